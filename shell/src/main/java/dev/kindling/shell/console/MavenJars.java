package dev.kindling.shell.console;

import java.net.URI;
import java.util.List;
import org.apache.spark.util.DependencyUtils;
import scala.jdk.javaapi.CollectionConverters;

/** Maven coordinates as files, by Ivy as Spark itself uses it; what is found is kept in its cache. */
final class MavenJars {
    private static final String PART = "[A-Za-z0-9_.-]+";

    private MavenJars() {}

    static List<String> of(String coordinates) {
        if (!coordinates.matches(PART + ":" + PART + ":" + PART)) {
            throw new IllegalArgumentException("'" + coordinates
                    + "' is not group:artifact:version. Write require(\"org.apache.commons:commons-text:1.12.0\")");
        }
        return CollectionConverters.asJava(
                DependencyUtils.resolveMavenDependencies(URI.create("ivy://" + coordinates)));
    }
}
