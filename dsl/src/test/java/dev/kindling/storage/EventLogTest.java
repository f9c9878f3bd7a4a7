package dev.kindling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.target.Operator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {

    @Test
    void aPathIsAnAddressWhetherTheFolderIsThereOrNot(@TempDir Path there) {
        assertThat(EventLog.at("/mnt/my events").folder()).isEqualTo("file:///mnt/my%20events");
        assertThat(EventLog.at(there).folder()).isEqualTo("file://" + there);
        assertThat(EventLog.at("s3a://history/").folder()).isEqualTo("s3a://history/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "events", "s3a:events", "s3a://a b"})
    void whatIsNoFolderIsRefusedWithTheLineToWrite(String folder) {
        assertThatThrownBy(() -> EventLog.at(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EventLog.at(\"s3a://bucket/\")");
    }

    @Test
    void aSpecSaysItToSpark() {
        var application = Spark.application("nightly")
                .image("registry.local/etl:7")
                .mainClass("x.Nightly")
                .jar("local:///app/etl.jar")
                .eventLog("s3a://history/");

        assertThat(Spark.session("words").eventLog("s3a://history/").settings().asMap())
                .containsEntry("spark.eventLog.enabled", "true")
                .containsEntry("spark.eventLog.dir", "s3a://history/");
        assertThat(application.manifest(Operator.apache()).toYaml()).contains("spark.eventLog.dir: \"s3a://history/\"");
        assertThat(application.manifest(Operator.none()).toYaml()).contains("spark.eventLog.dir=s3a");
    }
}
