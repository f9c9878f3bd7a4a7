package dev.kindling.internal.diagnosis.rule;

import dev.kindling.diagnosis.Clue;
import dev.kindling.internal.diagnosis.evidence.ContainerFacts;
import dev.kindling.internal.diagnosis.evidence.Evidence;
import dev.kindling.internal.diagnosis.evidence.LogFacts;
import dev.kindling.internal.diagnosis.evidence.PodFacts;
import dev.kindling.internal.text.ExitCodes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An executor that a run had and lost, though nobody wanted it to end.
 *
 * @param executor its id
 * @param how it ended, in the same words for all that ended alike
 * @param time when
 * @param seen where that stands
 */
record Loss(String executor, String how, Instant time, Clue seen) {

    static final String OUT_OF_MEMORY = "the container used more than its memory (OOMKilled)";

    /** Not so of executors that the driver itself ends, as dynamic allocation does: that is no error in its log. */
    private static final Pattern LOGGED = Pattern.compile(
            "(?m)^(\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d) ERROR TaskSchedulerImpl: (Lost executor (\\S+) on [^\\n]*?: ?)"
                    + "(\\n?[^\\n]*(?:\\n(?!\\d\\d/\\d\\d/\\d\\d )[^\\n]*)*)");

    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yy/MM/dd HH:mm:ss");
    private static final Pattern EXIT_CODE = Pattern.compile("exit(?:ed with exit)? code (\\d+)");
    private static final int LONGEST = 100;

    /** Those of one run by time, each executor once: its pod says more than its driver's log. */
    static List<Loss> of(Evidence evidence, String run) {
        var byExecutor = new LinkedHashMap<String, Loss>();
        Stream.concat(
                        evidence.openPods()
                                .filter(pod -> pod.run().equals(run) && !pod.isDriver())
                                .filter(pod -> pod.isLost() || pod.hasFailed())
                                .map(Loss::of),
                        evidence.logs().stream()
                                .filter(log -> log.run().equals(run) && log.isDriver())
                                .flatMap(log -> in(log, evidence.subject().namespace())))
                .forEach(loss -> byExecutor.putIfAbsent(loss.executor, loss));
        return byExecutor.values().stream()
                .sorted(Comparator.comparing(Loss::time))
                .toList();
    }

    private static Loss of(PodFacts pod) {
        var container = pod.spark();
        var time = container.map(ContainerFacts::since).orElse(pod.created());
        var id = pod.executor().isEmpty() ? pod.name() : pod.executor();
        return pod.isLost() || container.isEmpty()
                ? new Loss(id, pod.reason(), time, pod.observed("status.reason " + pod.reason(), pod.message()))
                : new Loss(id, how(container.get()), time, pod.observed(container.get()));
    }

    private static String how(ContainerFacts container) {
        return container.reason().equals("OOMKilled") ? OUT_OF_MEMORY : ExitCodes.inWords(container.exitCode());
    }

    private static Stream<Loss> in(LogFacts log, String namespace) {
        return LOGGED.matcher(log.text()).results().map(found -> of(found, "Pod " + namespace + "/" + log.pod()));
    }

    private static Loss of(MatchResult found, String driver) {
        var why = found.group(4).strip();
        var first = why.lines().findFirst().orElse("");
        // Spark writes UTC where the image does not say otherwise; losses are only compared with each other.
        var time = LocalDateTime.parse(found.group(1), LOG_TIME).toInstant(ZoneOffset.UTC);
        var line = found.group(1) + " " + found.group(2) + first;
        return new Loss(found.group(3), how(why, first), time, new Clue(driver, "log", line, null));
    }

    private static String how(String why, String first) {
        if (why.contains("OOMKilled")) {
            return OUT_OF_MEMORY;
        }
        var code = EXIT_CODE.matcher(why);
        return code.find() ? ExitCodes.inWords(Integer.parseInt(code.group(1))) : alike(first);
    }

    /** Without what differs from executor to executor. */
    private static String alike(String why) {
        var text = why.replaceAll("\\d+", "N");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " .." : text;
    }
}
