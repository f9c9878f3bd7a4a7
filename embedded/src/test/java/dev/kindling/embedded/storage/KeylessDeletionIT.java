package dev.kindling.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kindling.Spark;
import dev.kindling.diagnosis.CodeStoreException;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.embedded.EmbeddedS3;
import dev.kindling.internal.code.ContentStore;
import dev.kindling.storage.CodeStore;
import dev.kindling.target.KubernetesCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run is taken over by a process that has no keys of the store its code is in: what it cannot take away goes later. */
@Tag("embedded")
class KeylessDeletionIT {
    private static final CodeStore CODE = CodeStore.at("s3a://code/keyless");
    private static final Pattern REFERENCE = Pattern.compile("keyless/[0-9a-f]{64}/runs/(.+)/[^/]+");

    @Test
    void saysWhatStaysAndWhenItGoes() {
        assumeThat(System.getenv("AWS_ACCESS_KEY_ID"))
                .as("this JVM has keys of its own, so a process without any cannot be shown")
                .isNull();
        try (var kubernetes = EmbeddedKubernetes.start();
                var s3 = EmbeddedS3.start().bucket("code")) {
            submitElsewhere(kubernetes.cluster(), s3);
            var run = Spark.applications(kubernetes.cluster()).find("keyless").orElseThrow();
            // What was not added need not be taken away: it was said twice that there are no keys.
            assertThat(warningsOf(() -> assertThatThrownBy(run::restart)
                            .isInstanceOf(CodeStoreException.class)
                            .hasMessageContaining("do:   export AWS_ACCESS_KEY_ID=.. AWS_SECRET_ACCESS_KEY=..")))
                    .isEmpty();

            assertThat(warningsOf(run::delete))
                    .singleElement()
                    .asString()
                    .contains(
                            "take away what keyless needed of s3a://code/keyless",
                            "There are no credentials for the object store",
                            "export AWS_ACCESS_KEY_ID=.. AWS_SECRET_ACCESS_KEY=..",
                            "goes when it is a day old");
            assertThat(run.exists()).isFalse();
            assertThat(origins(s3)).isNotEmpty();

            sweep(s3, Instant.now().plus(Duration.ofHours(25)));
            assertThat(origins(s3)).isEmpty();
            sweep(s3, Instant.now().plus(Duration.ofHours(27)));
            assertThat(RawStore.objects(s3.s3(), "code")).isEmpty();
        }
    }

    /** With keys; nothing of them is in the resource, and its handle is forgotten as another process would. */
    private static void submitElsewhere(KubernetesCluster cluster, EmbeddedS3 s3) {
        Spark.application("keyless")
                .main(ShippedJob.class)
                .suspended()
                .s3(s3.s3())
                .codeIn(CODE)
                .submitTo(cluster);
    }

    private static void sweep(EmbeddedS3 s3, Instant now) {
        try (var store = ContentStore.open(CODE, s3.s3(), KubernetesCluster.current())) {
            for (var origin : origins(s3).isEmpty() ? List.of("any") : origins(s3)) {
                store.sweep(origin, () -> Optional.of(Set.of()), now);
            }
        }
    }

    private static List<String> origins(EmbeddedS3 s3) {
        return RawStore.objects(s3.s3(), "code").stream()
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(reference -> reference.group(1))
                .distinct()
                .toList();
    }

    private static List<String> warningsOf(Runnable action) {
        var lines = new CopyOnWriteArrayList<String>();
        var appender = new AbstractAppender("left", null, null, false, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                if (event.getLevel() == Level.WARN) {
                    lines.add(event.getMessage().getFormattedMessage());
                }
            }
        };
        appender.start();
        var logger = (Logger) LogManager.getLogger("dev.kindling.left");
        logger.addAppender(appender);
        try {
            action.run();
        } finally {
            logger.removeAppender(appender);
        }
        return lines;
    }
}
