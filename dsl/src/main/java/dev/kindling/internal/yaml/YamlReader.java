package dev.kindling.internal.yaml;

import dev.kindling.diagnosis.InvalidManifestException;
import dev.kindling.diagnosis.ManifestProblem.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads YAML and JSON. Nothing of a text makes an object of a class of its choice: all it can say is maps, lists and
 * plain values.
 */
public final class YamlReader {
    private YamlReader() {}

    /**
     * The documents of a text; empty ones are left out.
     *
     * @throws InvalidManifestException if it is no YAML, says a key twice, or is nested or referred to without end
     */
    public static List<YamlDocument> documents(YamlText text) {
        var settings = LoadSettings.builder()
                .setLabel(text.source())
                .setCodePointLimit(YamlText.MOST_BYTES)
                .build();
        try {
            return documents(text, new Parse(settings).parseString(text.text()).iterator());
        } catch (MarkedYamlEngineException e) {
            throw notYaml(text, e);
        } catch (ReaderException e) {
            throw text.refused(
                    placeOf(text.text(), e.getPosition()),
                    String.format("U+%04X", e.getCodePoint()),
                    "is a character that YAML does not allow",
                    "the text without it");
        }
    }

    private static List<YamlDocument> documents(YamlText text, Iterator<Event> events) {
        var documents = new ArrayList<YamlDocument>();
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                var composer = new Composer(text, events);
                var root = composer.document();
                if (!root.isNull()) {
                    documents.add(new YamlDocument(text.source(), root, composer.places()));
                }
            }
        }
        return List.copyOf(documents);
    }

    private static InvalidManifestException notYaml(YamlText text, MarkedYamlEngineException e) {
        var mark = e.getProblemMark().or(e::getContextMark);
        var place = mark.map(at -> new Place("", at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place("", 0, 0));
        var line = mark.map(Mark::getLine).map(number -> line(text, number)).orElse("");
        boolean tab = line.stripTrailing().contains("\t");
        return text.refused(
                place,
                line.strip(),
                "is no YAML: " + e.getProblem(),
                tab ? "spaces instead of the tab" : fix(String.valueOf(e.getProblem()), e.getContext()));
    }

    private static String fix(String problem, String context) {
        if (problem.contains("end") || problem.contains("could not find expected ':'")) {
            return "the rest: the text seems to be cut off here (a quote, bracket or \"key: value\" is not complete)";
        }
        return context == null
                ? "one \"key: value\" per line, with the same indentation as its neighbours"
                : "what follows \"" + context
                        + "\" with the same indentation as its neighbours, texts with ': ' or '#' in quotes";
    }

    private static String line(YamlText text, int number) {
        return text.text().lines().skip(number).findFirst().orElse("");
    }

    private static Place placeOf(String text, int position) {
        var before = text.substring(0, Math.min(position, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Place("", line + 1, before.length() - before.lastIndexOf('\n'));
    }
}
