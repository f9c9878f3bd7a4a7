package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Clue;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a log that say most where no rule knows one. */
final class LogLines {

    private static final Pattern TELLING =
            Pattern.compile("^(Exception in thread|Caused by:|Error:|[\\w.$]+(Exception|Error)\\b)| (ERROR|FATAL) ");
    private static final int AT_MOST = 3;

    private LogLines() {}

    /** Exceptions and their causes, else the last lines. */
    static List<Clue> telling(Evidence evidence, PodFacts pod) {
        return evidence.logs().stream()
                .filter(log -> log.pod().equals(pod.name()))
                .flatMap(log -> telling(log.text()).stream())
                .map(line -> pod.observed("log", line))
                .toList();
    }

    static List<String> telling(String log) {
        var all = log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        var telling = all.stream()
                .filter(line -> TELLING.matcher(line).find())
                .distinct()
                .toList();
        var lines = telling.isEmpty() ? all : telling;
        return lines.subList(Math.max(0, lines.size() - AT_MOST), lines.size());
    }
}
