package dev.kindling.shell.console.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kindling.shell.console.code.SnippetLoader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the console leans on in the JShell of this JDK, without Spark. */
@Tag("embedded")
class EngineIT {
    private static Engine engine;

    @BeforeAll
    static void boot() {
        var loader = new SnippetLoader(EngineIT.class.getClassLoader());
        engine = new Engine(
                loader, new SnippetThread(loader, Optional::empty), Engine::plain, List.of("int ready = 1;"));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void finds_the_fields_in_which_this_jshell_keeps_variables() {
        assertThat(engine.bindsVariables()).isTrue();
    }

    @Test
    void evaluates_with_what_is_imported_and_declared_at_the_start() {
        assertThat(value("1 + ready")).isEqualTo("2");
        assertThat(value("List.of(\"a\").stream().map(String::length).collect(Collectors.toList())"))
                .isEqualTo("[1]");
    }

    @Test
    void every_imported_name_means_one_class() {
        for (var name : List.of("Function", "DoubleFunction", "Optional")) {
            assertThat(value(name + ".class")).contains("java.util.");
        }
        for (var name : List.of(
                "Row",
                "Dataset",
                "MapFunction",
                "UDF1",
                "DataTypes",
                "JavaRDD",
                "Spark",
                "ExecutorPlan",
                "Memory",
                "Local",
                "KubernetesCluster",
                "SparkImage",
                "RunningSession",
                "Date")) {
            assertThat(value(name + ".class.getSimpleName()")).isEqualTo('"' + name + '"');
        }
    }

    @Test
    void an_endless_loop_can_be_stopped() {
        var loop = CompletableFuture.supplyAsync(() -> engine.eval("while (true);"));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            engine.stop();
            return loop.isDone();
        });
        assertThat(value("1 + 1")).isEqualTo("2");
    }

    @Test
    void a_reset_forgets_what_was_declared_and_names_may_come_again() {
        value("record Kept(int a) {}");
        assertThat(value("new Kept(1)")).isEqualTo("Kept[a=1]");
        engine.reset();
        assertThat(engine.eval("new Kept(1)").get(0).status()).isEqualTo(Snippet.Status.REJECTED);
        value("record Kept(String b) {}");
        assertThat(value("new Kept(\"x\")")).isEqualTo("Kept[b=x]");
        assertThat(value("ready")).isEqualTo("1");
    }

    @Test
    void numbers_snippets_as_jshell_does() {
        engine.reset();
        assertThat(engine.eval("1 + 1").get(0).snippet().id()).isEqualTo("1");
        assertThat(engine.eval("int 1").get(0).snippet().id()).isEqualTo("e1");
        assertThat(engine.eval("2 + 2").get(0).snippet().id()).isEqualTo("2");
    }

    private static String value(String snippet) {
        var event = engine.eval(snippet).get(0);
        assertThat(event.exception()).isNull();
        return String.valueOf(event.value());
    }
}
