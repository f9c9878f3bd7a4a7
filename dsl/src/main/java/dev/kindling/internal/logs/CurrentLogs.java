package dev.kindling.internal.logs;

import dev.kindling.run.KeptLog;
import dev.kindling.run.LogLine;
import dev.kindling.run.LogSource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run's logs hold at this moment: of pods that are there what they say, of others what is kept. */
record CurrentLogs(KubernetesClient client, String namespace, List<KeptLog> kept) {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentLogs.class);

    /** A container that is there, and who it is. */
    record Live(LogSource source, StartedContainer container) {}

    void read(List<Live> live, Consumer<LogLine> lines) {
        var uids = live.stream().map(each -> each.source().uid()).toList();
        kept.stream().filter(log -> !uids.contains(log.source().uid())).forEach(log -> replay(log, lines));
        live.forEach(each -> read(each, lines));
    }

    private void read(Live live, Consumer<LogLine> lines) {
        var container = live.container();
        var pod = client.pods().inNamespace(namespace).withName(container.pod());
        try (var reader = new BufferedReader(pod.inContainer(container.name()).getLogReader())) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(new LogLine(live.source(), line));
            }
        } catch (KubernetesClientException | IOException e) {
            LOG.debug("{} is gone while its log is read", live.source(), e);
            kept.stream().filter(log -> log.source().equals(live.source())).forEach(log -> replay(log, lines));
        }
    }

    private static void replay(KeptLog log, Consumer<LogLine> lines) {
        try (var all = log.lines()) {
            all.forEach(line -> lines.accept(new LogLine(log.source(), line)));
        }
    }
}
