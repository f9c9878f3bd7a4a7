package dev.kindling.shell.console.command;

import dev.kindling.shell.console.engine.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code /set start}: what is run after the console's own imports, from the next {@code /reset} on. */
final class StartSetting {
    /** Under this key what is retained, in pairs of name and text. */
    static final String KEY = "start";

    private final Engine engine;
    private final Feedback feedback;
    private final Retained retained;
    private List<String> namesAndTexts;
    private String withoutFiles = "-default";

    StartSetting(Engine engine, Feedback feedback, Retained retained) {
        this.engine = engine;
        this.feedback = feedback;
        this.retained = retained;
        this.namesAndTexts = retained.all(KEY);
    }

    /** The texts among names and texts. */
    static List<String> texts(List<String> namesAndTexts) {
        var texts = new ArrayList<String>();
        for (int i = 1; i < namesAndTexts.size(); i += 2) {
            texts.add(namesAndTexts.get(i));
        }
        return texts;
    }

    void set(List<String> words, boolean retain, String all) {
        if (words.isEmpty() && !retain) {
            show();
            return;
        }
        if (words.size() > 1 && words.stream().anyMatch(each -> each.startsWith("-"))) {
            feedback.say("Specify no more than one of -default, -none, or a startup file name -- /set " + all);
            return;
        }
        try {
            if (!words.isEmpty()) {
                boolean option = words.get(0).matches("-default|-none");
                withoutFiles = option ? words.get(0) : withoutFiles;
                namesAndTexts = option ? List.of() : read(words);
                engine.start(texts(namesAndTexts));
            }
            if (retain) {
                retained.putAll(KEY, namesAndTexts);
            }
        } catch (IOException e) {
            feedback.say("File '" + e.getMessage() + "' for '/set start' is not found.");
        }
    }

    private static List<String> read(List<String> names) throws IOException {
        var found = new ArrayList<String>();
        for (var name : names) {
            found.add(name);
            found.add(SourceFiles.read(name));
        }
        return found;
    }

    private void show() {
        if (namesAndTexts.isEmpty()) {
            feedback.say("/set start " + withoutFiles);
            return;
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < namesAndTexts.size(); i += 2) {
            names.add(namesAndTexts.get(i));
        }
        feedback.say("/set start " + String.join(" ", names));
        for (int i = 0; i < namesAndTexts.size(); i += 2) {
            feedback.say("---- " + namesAndTexts.get(i) + " ----\n" + namesAndTexts.get(i + 1));
        }
    }
}
