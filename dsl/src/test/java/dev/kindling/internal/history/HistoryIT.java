package dev.kindling.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kindling.Spark;
import dev.kindling.diagnosis.UiUnavailableException;
import dev.kindling.run.RunningSession;
import dev.kindling.run.SparkUi;
import dev.kindling.storage.EventLog;
import dev.kindling.target.Local;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that has ended is looked at in Spark's history server. */
@Tag("embedded")
class HistoryIT {

    @TempDir
    private Path folder;

    @Test
    void whatASessionDidIsShownAfterItsEnd() throws Exception {
        var log = EventLog.at(folder.resolve("made by the session"));
        String id;
        try (RunningSession session = Spark.session("words").eventLog(log).startOn(Local.threads(1))) {
            session.spark().range(1_000).count();
            id = session.spark().sparkContext().applicationId();
            assertThat(session.ui().uri()).isEqualTo(session.uiUrl().orElseThrow());
        }

        SparkUi history = Spark.history(log).open();
        try (history) {
            assertThat(history.uri().getHost()).isEqualTo("127.0.0.1");
            await().untilAsserted(() -> assertThat(
                            fetch(history.uri() + "api/v1/applications").body())
                    .contains("\"words\"", id));
            assertThat(fetch(history.uri() + "history/" + id + "/jobs/").body()).contains("words", "count");
        }
        assertThatThrownBy(() -> fetch(history.uri().toString())).isInstanceOf(ConnectException.class);
        history.close();
    }

    @Test
    void aChosenPortIsMeant() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> Spark.history(folder.toString())
                            .port(taken.getLocalPort())
                            .open())
                    .isInstanceOf(UiUnavailableException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        assertThatThrownBy(() -> Spark.history(folder + "/nothing").open())
                .isInstanceOf(UiUnavailableException.class)
                .hasMessageContainingAll("no such folder", ".eventLog(..)");
    }

    @Test
    void aStoreWithoutItsConnectorIsSaidSo() {
        assertThatThrownBy(() -> Spark.history("s3a://bucket/").open())
                .isInstanceOf(UiUnavailableException.class)
                .hasMessageContaining("hadoop-aws");
    }

    private static HttpResponse<String> fetch(String uri) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
