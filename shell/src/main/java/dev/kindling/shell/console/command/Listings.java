package dev.kindling.shell.console.command;

import dev.kindling.shell.console.engine.Engine;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Commands that show or drop what was entered, in jshell's words. */
final class Listings {
    private static final String SEE = "See /types, /methods, /vars, or /list";

    private final Engine engine;
    private final PrintStream out;
    private final Feedback feedback;
    private final Selection selection;

    Listings(Engine engine, PrintStream out, Feedback feedback) {
        this.engine = engine;
        this.out = out;
        this.feedback = feedback;
        this.selection = new Selection(engine::jshell);
    }

    /** The snippets that an argument names; none, and a remark, if it names nothing. */
    List<Snippet> chosen(String command, String argument) {
        var unknown = selection.unknownOption(argument);
        unknown.ifPresent(each -> feedback.say("Unknown option: " + each + " -- " + command + " " + argument));
        if (unknown.isPresent()) {
            return List.of();
        }
        var missing = selection.missing(argument);
        missing.forEach(each -> feedback.say("No such snippet: " + each));
        return missing.isEmpty() ? selection.of(argument).toList() : List.of();
    }

    void list(String argument) {
        var found = chosen("/list", argument);
        if (!found.isEmpty()) {
            out.println();
        }
        found.forEach(each -> out.println(
                String.format("%4s : %s", each.id(), each.source().strip().replace("\n", "\n       "))));
    }

    void variables(String argument) {
        each(VarSnippet.class, "/vars", argument, each -> each.typeName() + " " + each.name() + " = " + value(each));
    }

    void methods(String argument) {
        each(
                MethodSnippet.class,
                "/methods",
                argument,
                each -> each.signature().replaceFirst(".*\\)", "") + " " + name(each) + unresolved(each));
    }

    void types(String argument) {
        each(TypeDeclSnippet.class, "/types", argument, each -> kind(each) + " " + each.name() + unresolved(each));
    }

    void imports() {
        engine.jshell()
                .imports()
                .forEach(each -> feedback.say("  import " + (each.isStatic() ? "static " : "") + each.fullname()));
    }

    /** Whether something was dropped. */
    boolean drop(String argument) {
        if (argument.isEmpty()) {
            feedback.say("In the /drop argument, please specify an import, variable, method, or class to drop.");
            out.println("Specify by ID or name. Use /list to see IDs. Use /reset to reset all state.");
            return false;
        }
        var found = chosen("/drop", argument);
        var refused = found.stream()
                .filter(each -> !(each instanceof PersistentSnippet)
                        || !engine.jshell().status(each).isActive())
                .findFirst();
        refused.ifPresent(
                each -> feedback.say("This command does not accept the snippet '" + argument + "' : " + each.source()));
        if (refused.isPresent() || found.isEmpty()) {
            feedback.tell(SEE);
            return false;
        }
        found.forEach(each -> {
            engine.jshell().drop(each);
            feedback.tell("dropped " + named((PersistentSnippet) each));
        });
        return true;
    }

    /** A declaration as remarks call it, such as {@code method twice(int)}. */
    static String named(PersistentSnippet each) {
        if (each instanceof MethodSnippet method) {
            return "method " + name(method);
        }
        if (each instanceof TypeDeclSnippet type) {
            return kind(type) + " " + type.name();
        }
        return (each instanceof VarSnippet ? "variable " : "import ") + each.name();
    }

    /** What a declaration cannot be used for until what it needs is declared; empty if it can. */
    static String until(JShell jshell, DeclarationSnippet each) {
        var missing = jshell.unresolvedDependencies(each).toList();
        if (missing.isEmpty()) {
            return "";
        }
        var defined = jshell.status(each) == Status.RECOVERABLE_DEFINED;
        var use = !defined
                ? "referenced"
                : each instanceof MethodSnippet ? "invoked" : "instantiated or its methods invoked";
        var are = missing.size() == 1 ? " is declared" : " are declared";
        return "cannot be " + use + " until " + missing.stream().collect(Collectors.joining(", ")) + are;
    }

    private <S extends PersistentSnippet> void each(
            Class<S> kind, String command, String argument, Function<S, String> words) {
        chosen(command, argument).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(each -> feedback.say("  " + words.apply(each)));
    }

    private String value(VarSnippet each) {
        return engine.jshell().status(each) == Status.VALID ? engine.jshell().varValue(each) : "(not-active)";
    }

    private String unresolved(DeclarationSnippet each) {
        var until = until(engine.jshell(), each);
        return until.isEmpty() ? "" : "\n     which " + until;
    }

    private static String name(MethodSnippet each) {
        return each.name() + "(" + each.parameterTypes() + ")";
    }

    private static String kind(TypeDeclSnippet each) {
        return each.subKind().toString().replaceFirst("_(TYPE_)?SUBKIND", "").toLowerCase(Locale.ROOT);
    }
}
