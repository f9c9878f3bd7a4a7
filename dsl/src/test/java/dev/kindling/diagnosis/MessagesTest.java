package dev.kindling.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final InvalidSpecException INVALID = new InvalidSpecException(
            "words",
            List.of(
                    new Problem("name", "My Job", "is not a name", "Spark.session(\"my-job\")"),
                    new Problem(".jar(..)", "x.jar", "is not there", ".jar(\"y.jar\")")));

    @Test
    void aSpecsProblemsAreNumbered() {
        assertThat(INVALID)
                .hasMessage("\"words\" cannot be run, 2 problems; nothing was started:\n"
                        + "  1. name: \"My Job\" is not a name; write Spark.session(\"my-job\")\n"
                        + "  2. .jar(..): \"x.jar\" is not there; write .jar(\"y.jar\")");
        assertThat(INVALID.problems()).hasSize(2);
        assertThat(INVALID.spec()).isEqualTo("words");
    }

    @Test
    void aFailedStartSaysFourThings() {
        var failed = new StartFailedException(new Explanation("start", "nothing", "a wall", "dig"), null);

        assertThat(failed).hasMessage("Tried to start.\n  seen: nothing\n  why:  a wall\n  do:   dig");
        assertThat(failed.explanation().lineToWrite()).isEqualTo("dig");
    }

    @Test
    void aRefusedRequestNamesVerbKindNameAndNamespace() {
        var refused = new ClusterAccessException(
                new ClusterAccessException.Request("create", "pods", "words-1", "etl"),
                new ClusterAccessException.Answer(403, "forbidden"),
                "ask for the role",
                null);

        assertThat(refused)
                .hasMessage("Tried to create pods \"words-1\" in namespace \"etl\".\n"
                        + "  seen: HTTP 403: forbidden\n  do:   ask for the role");
        assertThat(refused.answer().status()).isEqualTo(403);
        assertThat(refused.request().verb()).isEqualTo("create");
        assertThat(refused.hint()).isEqualTo("ask for the role");
        assertThat(new ClusterAccessException.Answer(0, "refused")).hasToString("no answer: refused");
    }

    @Test
    void aSecondSessionNamesTheFirst() {
        var second = new SessionActiveException("first", "second");

        assertThat(second).hasMessageContaining("session \"first\" is running");
        assertThat(second.active()).isEqualTo("first");
        assertThat(second.refused()).isEqualTo("second");
    }

    @Test
    void missingOptionsAreOneLine() {
        var missing = new MissingJvmOptionsException(List.of("--add-opens=a", "--add-opens=b"));

        assertThat(missing).hasMessageContaining("java --add-opens=a --add-opens=b ...");
        assertThat(missing.options()).hasSize(2);
    }

    @Test
    void fieldsSurviveSerialization() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(INVALID);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((InvalidSpecException) in.readObject()).problems()).isEqualTo(INVALID.problems());
        }
    }
}
