package dev.kindling.embedded.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.Spark;
import dev.kindling.embedded.EmbeddedKubernetes;
import dev.kindling.run.RunningSession;
import dev.kindling.value.ExecutorPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of classes that is on nobody's class path reaches executors: Spark only logs that it takes no folders. */
@Tag("embedded")
class ClassFolderIT {

    @TempDir
    Path folder;

    @Test
    void classesOfAFolderReachExecutors() throws IOException {
        var spec = Spark.session("folder")
                .executors(ExecutorPlan.of(1).memory("512m"))
                .jarOf(ClassFolderIT.class)
                .jar(compiled(
                        "package shipped; public class Word { public static String say() { return \"shipped\"; } }"));
        try (EmbeddedKubernetes kubernetes = EmbeddedKubernetes.start();
                RunningSession session = spec.startOn(kubernetes.cluster())) {
            var words = JavaSparkContext.fromSparkContext(session.spark().sparkContext())
                    .parallelize(List.of("shipped.Word"))
                    .map(name -> Class.forName(
                                    name, true, Thread.currentThread().getContextClassLoader())
                            .getMethod("say")
                            .invoke(null)
                            .toString());

            assertThat(words.collect()).containsExactly("shipped");
        }
    }

    private Path compiled(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Word.java"), source);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), file.toString()))
                .isZero();
        return classes;
    }
}
