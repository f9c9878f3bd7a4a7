package dev.kindling.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.LogKeeping;
import dev.kindling.run.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {

    private static final RunKey RUN = new RunKey("10.0.0.1-6443", "etl", "nightly", "run-uid");
    private static final LogSource DRIVER = new LogSource(1, "", "nightly-driver", "u1");
    private static final LogSource EXECUTOR = new LogSource(1, "10", "nightly-exec-10", "u2");
    private static final LogSource SECOND = new LogSource(2, "", "nightly-driver", "u3");

    @TempDir
    Path root;

    @Test
    void logsAreFoundAgainByAnotherProcess() throws IOException {
        for (var source : List.of(SECOND, EXECUTOR, DRIVER)) {
            var log = new PodLog(source, folder());
            log.append("of " + source);
            log.finish(true);
        }

        assertThat(folder().sources()).containsExactly(DRIVER, EXECUTOR, SECOND);
        assertThat(new StoredLog(SECOND, folder().file(SECOND)).lines()).containsExactly("of driver of attempt 2");
        assertThat(folder().isWhole("u3")).isTrue();
    }

    @Test
    void nobodyElseMayReadThem() throws IOException {
        folder().create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().path())))
                .isEqualTo("rwx------");
    }

    @Test
    void oneThatWasCutOffIsMarkedAndMayBeWrittenAnew() throws IOException {
        var cut = new PodLog(DRIVER, folder());
        cut.append("half");
        cut.finish(false);
        assertThat(cut.reachedItsEnd()).isFalse();
        assertThat(folder().isWhole("u1")).isFalse();

        var anew = new PodLog(DRIVER, folder());
        anew.append("whole");
        anew.finish(true);

        assertThat(anew.lines()).containsExactly("whole");
        assertThat(anew.reachedItsEnd()).isTrue();
    }

    @Test
    void whoComesSecondDoesNotDisturbWhoeverWrites() throws IOException {
        var first = new PodLog(DRIVER, folder());
        first.append("one");
        var second = new PodLog(DRIVER, folder());
        second.append("one");
        second.finish(false);
        first.append("two");
        first.finish(true);

        assertThat(new StoredLog(DRIVER, folder().file(DRIVER)).lines()).containsExactly("one", "two");
    }

    @Test
    void whatIsNotToBeKeptIsRemoved() throws IOException {
        var temporary = LogFolder.of(RUN, LogKeeping.off());
        new PodLog(DRIVER, temporary).finish(true);
        assertThat(temporary.sources()).containsExactly(DRIVER);

        temporary.delete();

        assertThat(temporary.path()).doesNotExist();
        assertThat(temporary.sources()).isEmpty();
    }

    private LogFolder folder() {
        return LogFolder.of(RUN, LogKeeping.defaults().folder(root));
    }
}
