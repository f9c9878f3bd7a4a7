package dev.kindling.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts as the command line runs them: what they print, where they stop, and with which status. */
@Tag("embedded")
class ScriptIT {
    @TempDir
    Path folder;

    @Test
    void prints_what_the_script_prints_and_nothing_else() throws IOException {
        var script =
                """
                #!/usr/bin/env kindling
                // values of expressions are not printed
                1 + 1
                System.out.println(spark.range(1000).filter((FilterFunction<Long>) x -> x % 7 == 0).count())
                spark.range(1)
                    // a chain of calls
                    .show()
                if (false) {
                }
                else { System.out.println("else"); }
                """;
        var result = run(script);
        assertThat(result.out()).isEqualTo("143\n+---+\n| id|\n+---+\n|  0|\n+---+\n\nelse\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void has_its_arguments() {
        var result =
                scripts().command("--on", "local", write("System.out.println(List.of(args));"), "a b", "--on", "\"\\");
        assertThat(result.out()).isEqualTo("[a b, --on, \"\\]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int x = 1;`int y = x +;`| it.jsh:2: error: illegal start of expression | int y = x +;",
                "int f(int x) {`    return x`}` | it.jsh:2: error: ';' expected | return x",
                "`// one`/* two` */ undeclared();` | it.jsh:4: error: cannot find symbol | undeclared();",
                "int f() {`  return 1 / 0;`}`f();` | it.jsh:2: java.lang.ArithmeticException: / by zero | it.jsh:4",
                "int f() { return later(); }` | it.jsh:1: error: never declared: method later() | int f()",
                "/vars` | it.jsh:1: error: /vars is not for scripts | /exit",
                "/open missing.jsh` | missing.jsh cannot be read | it.jsh:1: error",
                "class A {` | it.jsh:1: error: | class A",
            })
    void stops_at_the_first_error_and_names_its_line(String script, String line, String more) throws IOException {
        var result = run("System.out.println(\"begun\");\n".replace("\n", " ") + script.replace('`', '\n'));
        assertThat(result.err()).contains(line.strip(), more.strip()).doesNotContain("\tat ");
        assertThat(result.out()).isEqualTo("begun\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void a_failed_job_is_told_in_three_lines() throws IOException {
        var result =
                run("int zero = 0;\nsc.parallelize(List.of(1)).map(x ->\n    x / zero).collect();\nint never = 1;");
        assertThat(result.err().lines())
                .hasSize(3)
                .satisfiesExactly(
                        what -> assertThat(what).endsWith("it.jsh:3: java.lang.ArithmeticException: / by zero"),
                        where -> assertThat(where).contains("on executor driver (127.0.0.1), task ", "tried once"),
                        line -> assertThat(line).isEqualTo("  | x / zero).collect();"));
        assertThat(result.status()).isEqualTo(1);
    }

    /** Its first line alone would say that something is wrong, and not what. */
    @Test
    void what_kindling_throws_is_told_whole() throws IOException {
        var result = run("Spark.session(\"Bad Name\").check();");
        assertThat(result.err())
                .contains(
                        "it.jsh:1: dev.kindling.diagnosis.InvalidSpecException: ", "1. Spark.session(name): ", "write ")
                .endsWith("  | Spark.session(\"Bad Name\").check();\n")
                .doesNotContain("\tat ");
        assertThat(result.err().lines()).hasSizeGreaterThan(2);
        assertThat(result.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"/exit, 0", "/exit 3, 3", "int s = 40; /exit s + 2, 42"})
    void ends_with_the_status_it_asks_for(String script, int status) throws IOException {
        var result = run(script.replace("; ", ";\n") + "\nSystem.out.println(1);");
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void traces_statements_on_request() throws IOException {
        var result = run("int x = 1;\nx++;", "--trace", "--on", "local");
        assertThat(result.err()).contains("it.jsh:1: int x = 1;", "it.jsh:2: x++;");
    }

    @Test
    void a_session_of_the_script_replaces_the_one_of_the_command_line() throws IOException {
        var script =
                """
                var before = sc.appName();
                session(Spark.session("other").conf("spark.sql.shuffle.partitions", "3"));
                int three = 3;
                System.out.println(before + sc.appName() + spark.conf().get("spark.sql.shuffle.partitions")
                    + sc.parallelize(List.of(1)).map(x -> three).first());
                """;
        assertThat(run(script).out()).isEqualTo("consoleother33\n");
    }

    @Test
    void a_startup_file_is_there_from_the_start_and_after_a_reset() throws IOException {
        var startup = Files.writeString(
                folder.resolve("startup.jsh"),
                "session(Spark.session(\"mine\"));\nint half(int x) {\n  return x / 2;\n}\nint two = half(4);\n");
        var result = run(
                "int gone = 1;\n/reset\nSystem.out.println(sc.appName() + two);\nint x = gone;\n",
                "--on",
                "local",
                "--startup",
                startup.toString());
        assertThat(result.out()).isEqualTo("mine2\n");
        assertThat(result.err()).contains("it.jsh:4: error: cannot find symbol");
    }

    private Scripts.Result run(String script) throws IOException {
        return run(script, "--on", "local");
    }

    private Scripts.Result run(String script, String... options) throws IOException {
        return scripts().run(script, options);
    }

    private Scripts scripts() {
        return new Scripts(folder);
    }

    private String write(String script) {
        try {
            return Files.writeString(folder.resolve("it.jsh"), script).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
