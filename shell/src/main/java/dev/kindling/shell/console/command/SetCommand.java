package dev.kindling.shell.console.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** {@code /set}: which setting is meant, and those whose values are words. */
final class SetCommand {
    private static final String FEEDBACK = "feedback";
    private static final String EDITOR = "editor";
    private static final String RETAIN = "-retain";

    private static final String MODES = "/set feedback verbose|normal|concise|silent";

    private final CommandHost host;
    private final Feedback feedback;
    private final Retained retained;
    private final Map<String, Consumer<Words>> settings = new LinkedHashMap<>();
    private Editor editor;

    /** The words behind a setting's name, {@code -retain} aside. */
    private record Words(List<String> given, boolean retain, String all) {
        static Words of(List<String> words, String all) {
            var given = new ArrayList<>(words);
            return new Words(given, given.removeIf(RETAIN::equals), all);
        }
    }

    SetCommand(CommandHost host, Feedback feedback, Retained retained, StartSetting start) {
        this.host = host;
        this.feedback = feedback;
        this.retained = retained;
        elsewhere("format", "what is said has jshell's four forms: " + MODES);
        elsewhere("truncation", "values are cut at the width of the terminal; show(ds, 50) shows 50 rows");
        settings.put(FEEDBACK, this::mode);
        elsewhere("mode", "there are jshell's four modes: " + MODES);
        elsewhere("prompt", "the prompt goes with the mode: " + MODES);
        settings.put(EDITOR, this::editor);
        settings.put("start", words -> start.set(words.given(), words.retain(), words.all()));
        elsewhere("indent", "the line editor does not indent");
        settings.put("preview", this::preview);
        retained.get(FEEDBACK).map(FeedbackMode::matching).ifPresent(all -> all.forEach(feedback::set));
        editor = retained.get(EDITOR).map(Editor::parse).orElseGet(() -> Editor.ofEnvironment(System::getenv));
    }

    /** A setting of jshell's that is not here, and what is instead. */
    private void elsewhere(String name, String why) {
        settings.put(name, words -> feedback.say("/set " + name + " is not here: " + why));
    }

    Editor editor() {
        return editor;
    }

    void run(String argument) {
        var words = Arrays.stream(argument.split("\\s+"))
                .filter(each -> !each.isEmpty())
                .toList();
        if (words.isEmpty()) {
            editor(Words.of(List.of(), ""));
            settings.get("start").accept(Words.of(List.of(), ""));
            mode(Words.of(List.of(), ""));
            return;
        }
        var name = words.get(0);
        var matches =
                settings.keySet().stream().filter(each -> each.startsWith(name)).toList();
        if (matches.size() == 1) {
            settings.get(matches.get(0)).accept(Words.of(words.subList(1, words.size()), argument));
            return;
        }
        feedback.say(
                matches.isEmpty()
                        ? "Invalid '/set' argument: " + name
                        : "Ambiguous sub-command argument to '/set': " + name);
        feedback.tell("Use one of: " + String.join(", ", matches.isEmpty() ? settings.keySet() : matches));
    }

    private void preview(Words words) {
        if (words.given().equals(List.of("on")) || words.given().equals(List.of("off"))) {
            host.preview(words.given().contains("on"));
        } else {
            feedback.say("/set preview on|off: whether a Dataset as a value shows its first rows");
        }
    }

    private void mode(Words words) {
        if (words.given().isEmpty() && !words.retain()) {
            retained.get(FEEDBACK).ifPresent(kept -> feedback.say("/set feedback -retain " + kept));
            feedback.say("/set feedback " + feedback.mode().word() + "\n ");
            modes();
            return;
        }
        if (!words.given().isEmpty()) {
            var matches = FeedbackMode.matching(words.given().get(0));
            if (matches.size() != 1) {
                feedback.say("Does not match any current feedback mode: "
                        + words.given().get(0) + " -- /set " + words.all());
                modes();
                feedback.tell("See /help /set feedback for help.");
                return;
            }
            feedback.set(matches.get(0));
            feedback.tell("Feedback mode: " + matches.get(0).word());
        }
        if (words.retain()) {
            retained.put(FEEDBACK, feedback.mode().word());
        }
    }

    private void modes() {
        feedback.say("Available feedback modes:");
        feedback.say(FeedbackMode.sorted().map(each -> "   " + each.word()).collect(Collectors.joining("\n")));
    }

    private void editor(Words words) {
        if (words.given().isEmpty() && !words.retain()) {
            retained.get(EDITOR).ifPresent(kept -> feedback.say("/set editor -retain " + kept));
            if (!retained.get(EDITOR).equals(Optional.of(editor.toString()))) {
                feedback.say("/set editor " + editor);
            }
            return;
        }
        if (words.given().equals(List.of("-wait"))) {
            feedback.say("-wait applies to external editors");
            return;
        }
        if (words.given().equals(List.of("-delete"))) {
            retained.remove(EDITOR);
            editor = Editor.ofEnvironment(System::getenv);
        } else if (!words.given().isEmpty()) {
            editor = Editor.parse(String.join(" ", words.given()));
        }
        if (!words.given().isEmpty()) {
            feedback.tell("Editor set to: " + editor);
        }
        if (words.retain() && !words.given().equals(List.of("-delete"))) {
            retained.put(EDITOR, editor.toString());
            feedback.tell("Editor setting retained: " + editor);
        }
    }
}
