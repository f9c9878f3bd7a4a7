package dev.kindling.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is downloaded for S3, and how large it is: the AWS SDK in one jar would be 641 MB. */
class LeanJarsTest {
    private static final long MOST = 25_000_000;
    private static final Pattern LINE =
            Pattern.compile("\\s*([\\w.-]+):([\\w.-]+):jar:([\\w.-]+):(?:compile|runtime).*");

    @Test
    void littleIsBrought() throws IOException {
        var sizes = sizes();
        sizes.forEach((jar, bytes) -> System.out.printf("%,12d %s%n", bytes, jar));
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("%,12d in all%n", all);
        assertThat(all).isPositive().isLessThan(MOST);
    }

    @Test
    void whatTheConnectorNeedsIsThere() throws IOException {
        assertThat(sizes().keySet())
                .contains("hadoop-aws-3.4.2.jar", "spark-hadoop-cloud_2.13-4.1.1.jar")
                .contains("s3-2.29.52.jar", "s3-transfer-manager-2.29.52.jar", "sts-2.29.52.jar", "kms-2.29.52.jar");
    }

    @Test
    void nothingOfSparksOwnComesInAnotherVersion() throws IOException {
        assertThat(sizes().keySet())
                .noneMatch(jar -> jar.startsWith("bundle-")
                        || jar.startsWith("commons-logging")
                        || jar.startsWith("commons-codec")
                        || jar.startsWith("slf4j")
                        || jar.startsWith("netty-") && !jar.startsWith("netty-nio-client")
                        || jar.startsWith("jackson-"));
    }

    private static Map<String, Long> sizes() throws IOException {
        var classPath = List.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")));
        var byName = classPath.stream()
                .map(Path::of)
                .collect(Collectors.toMap(path -> path.getFileName().toString(), path -> path, (one, other) -> one));
        var sizes = new TreeMap<String, Long>();
        for (var jar : listed()) {
            sizes.put(jar, Files.size(byName.get(jar)));
        }
        return sizes;
    }

    private static List<String> listed() throws IOException {
        try (var in = LeanJarsTest.class.getResourceAsStream("/META-INF/kindling/image-jars.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group(2) + "-" + line.group(3) + ".jar")
                    .toList();
        }
    }
}
