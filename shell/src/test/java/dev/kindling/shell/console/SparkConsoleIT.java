package dev.kindling.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.Spark;
import dev.kindling.run.RunningSession;
import dev.kindling.shell.SparkConsole;
import dev.kindling.shell.console.batch.ScriptException;
import dev.kindling.shell.console.code.SnippetLoader;
import dev.kindling.shell.console.session.ConsoleSession;
import dev.kindling.shell.console.session.HostsSession;
import dev.kindling.shell.console.session.ReadySession;
import dev.kindling.shell.console.variables.VariableShipping;
import dev.kindling.target.Local;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program opens consoles on its session, one after the other, and goes on afterwards. */
@Tag("embedded")
class SparkConsoleIT {
    private static RunningSession session;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream output = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeAll
    static void start() {
        session = SparkConsole.start(Spark.session("program"), Local.threads(2));
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void snippets_share_session_and_values_with_the_program() {
        var given = session.spark().range(10);
        try (var console = SparkConsole.on(session)
                .bind("Dataset<Long> numbers", given)
                .bind("List<Integer> wanted", List.of(1, 2))
                .bind("int offset", 100)
                .startup("import java.time.Duration;")
                .output(output)
                .open()) {
            console.run("record Found(long number) implements Serializable {}");
            console.run("var found = sc.parallelize(wanted).map(x -> new Found(x + offset)).collect();");
            assertThat(console.run("found")).contains("[Found[number=101], Found[number=102]]");
            assertThat(console.run("numbers.count()")).contains("10");
            console.run("System.out.println(Duration.ofSeconds(1));");
            assertThat(console.variables().get("found")).isInstanceOf(List.class);
            assertThatThrownBy(() -> console.run("int x = 1;\nnumbers.map(undeclared)"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("console:2: error: cannot find symbol");
            assertThatThrownBy(() -> console.run("session(Spark.session(\"other\"))"))
                    .hasMessageContaining("the session belongs to the program around this console");
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("PT1S\n");
        var code = (MapFunction<Long, Long>) x -> x + 1;
        assertThat(given.map(code, Encoders.LONG()).collectAsList()).contains(10L);
    }

    @Test
    void what_runs_can_be_stopped_and_a_second_console_is_refused() throws Exception {
        try (var console = SparkConsole.on(session).output(output).open()) {
            assertThatThrownBy(() -> SparkConsole.on(session).open()).hasMessageContaining("a console is open");
            var endless = CompletableFuture.supplyAsync(() -> console.run("System.out.println(1); while (true);"));
            while (!endless.isDone()) {
                console.stop();
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(endless).isCompletedExceptionally();
            assertThat(console.run("1 + 1")).contains("2");
        }
    }

    /** As if this Java's JShell kept variables where they are not looked for. */
    @Test
    void without_jshells_fields_it_says_what_to_write_and_goes_on() throws IOException {
        try (var blind = new SnippetLoader(getClass().getClassLoader()) {
            @Override
            public void beginBindings() {}
        }) {
            var program = new ReadySession(((ReadySession) session).session(), blind);
            try (var console = SparkConsole.on(program).output(output).open()) {
                assertThat(printed.toString(StandardCharsets.UTF_8))
                        .contains("this Java's JShell keeps variables elsewhere: write session().spark()");
                assertThat(console.run("session().spark().range(3).count()")).contains("3");
            }
        }
    }

    /** As if this Spark kept its serializer elsewhere. */
    @Test
    void without_sparks_fields_variables_are_not_sent_and_it_says_so() {
        var context = session.spark().sparkContext();
        var before = context.env().closureSerializer();
        var warnings = new ArrayList<String>();
        var messages = new ConsoleSession.Messages(progress -> {}, warnings::add);
        var ready = (ReadySession) session;
        try (var lame = new ConsoleSession(
                new HostsSession(session),
                Spark.session("lame"),
                ready.loader(),
                messages,
                (spark, loader) -> VariableShipping.begin(spark, loader, "renamed"))) {
            assertThat(lame.running().spark().range(3).count()).isEqualTo(3);
        }
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("console variables are not sent", "NoSuchFieldException: renamed", "use local variables");
        assertThat(context.env().closureSerializer()).isSameAs(before);
    }

    @Test
    void a_user_over_streams_ends_neither_them_nor_the_session() throws IOException {
        try (var keyboard = new PipedOutputStream();
                var keys = new PipedInputStream(keyboard)) {
            keyboard.write("1+wanted\r/exit 7\r".getBytes(StandardCharsets.UTF_8));
            var status = SparkConsole.on(session).bind("int wanted", 41).interact(keys, output);
            assertThat(status).isEqualTo(7);
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("$1 ==> 42");
            output.print("still open");
            assertThat(printed.toString(StandardCharsets.UTF_8)).endsWith("still open");
            assertThat(session.spark().range(3).count()).isEqualTo(3);
        }
    }
}
