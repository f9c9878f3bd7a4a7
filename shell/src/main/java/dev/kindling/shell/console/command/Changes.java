package dev.kindling.shell.console.command;

import java.util.List;
import java.util.function.Consumer;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Says what a snippet declared, and what it changed of what was declared before. */
final class Changes {
    private final Consumer<String> say;

    Changes(Consumer<String> say) {
        this.say = say;
    }

    /** Of the snippet itself. */
    void main(JShell jshell, SnippetEvent event, List<SnippetEvent> all, boolean withTypes) {
        var snippet = event.snippet();
        if (snippet instanceof ExpressionSnippet expression) {
            var what = expression.subKind() == SubKind.ASSIGNMENT_SUBKIND ? "assigned to " : "value of ";
            say.accept(what + expression.name() + " : " + expression.typeName());
        } else if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND && snippet instanceof VarSnippet value) {
            say.accept("created scratch variable " + value.name() + " : " + value.typeName());
        } else if (snippet instanceof DeclarationSnippet declaration) {
            say.accept(
                    verb(event, declaration, all) + " " + named(declaration, withTypes) + until(jshell, declaration));
        }
    }

    /** Of another one. */
    void update(JShell jshell, SnippetEvent event) {
        if (event.snippet() instanceof DeclarationSnippet declaration) {
            var verb = verb(event);
            var until = event.status().isActive() ? Listings.until(jshell, declaration) : "";
            say.accept(
                    "  update " + verb + " " + named(declaration, true) + (until.isEmpty() ? "" : " which " + until));
        }
    }

    /** A variable that has lost its value, as its type is another now. */
    void reset(SnippetEvent event) {
        if (event.previousStatus() == Status.VALID
                && event.status() == Status.VALID
                && event.snippet() instanceof VarSnippet variable) {
            say.accept("  replaced variable " + variable.name() + ", reset to null");
        }
    }

    private static String until(JShell jshell, DeclarationSnippet declaration) {
        var until = Listings.until(jshell, declaration);
        return until.isEmpty() ? "" : ", however, it " + until;
    }

    private static String named(Snippet snippet, boolean withTypes) {
        var named = Listings.named((PersistentSnippet) snippet);
        return withTypes && snippet instanceof VarSnippet variable ? named + " : " + variable.typeName() : named;
    }

    /** What else has changed keeps its signature, but a variable does not keep its value. */
    private static String verb(SnippetEvent update) {
        return switch (update.status()) {
            case OVERWRITTEN -> "overwrote";
            case DROPPED -> "dropped";
            default -> update.snippet() instanceof VarSnippet ? "replaced" : "modified";
        };
    }

    private static String verb(SnippetEvent event, DeclarationSnippet declaration, List<SnippetEvent> all) {
        if (!event.previousStatus().isActive()) {
            return "created";
        }
        return event.isSignatureChange() && !keepsSignature(declaration, all) ? "replaced" : "modified";
    }

    /** JShell calls it a change when a class cannot be redefined in place, as classes that executors know cannot. */
    private static boolean keepsSignature(DeclarationSnippet declaration, List<SnippetEvent> all) {
        return all.stream()
                .filter(each -> each.status() == Status.OVERWRITTEN)
                .map(SnippetEvent::snippet)
                .anyMatch(before -> signature(before).equals(signature(declaration))
                        && !signature(before).isEmpty());
    }

    private static String signature(Snippet snippet) {
        if (snippet instanceof VarSnippet variable) {
            return variable.typeName();
        }
        return snippet instanceof MethodSnippet method ? method.signature() : "";
    }
}
