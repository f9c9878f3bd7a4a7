// Coordinates, with what they need themselves: here from a repository in a folder, and nothing from elsewhere.
/open check.jsh

var maven = Files.createTempDirectory("maven");
Path compiled(String name, String body, String... classPath) throws IOException {
    var source = maven.resolve(name + ".java");
    Files.writeString(source, "package " + name.toLowerCase() + "; public class " + name + " { " + body + " }");
    var compiler = java.util.spi.ToolProvider.findFirst("javac").get();
    same(compiler.run(System.out, System.err, "--release", "17", "-cp", String.join(":", classPath),
        "-d", maven.resolve(name).toString(), source.toString()), 0);
    return maven.resolve(name);
}
void publish(String artifact, Path classes, String needed) throws IOException {
    var folder = Files.createDirectories(maven.resolve("repository/org/sample/" + artifact + "/1.0"));
    var jar = folder.resolve(artifact + "-1.0.jar").toString();
    same(java.util.spi.ToolProvider.findFirst("jar").get()
        .run(System.out, System.err, "--create", "--file", jar, "-C", classes.toString(), "."), 0);
    Files.writeString(folder.resolve(artifact + "-1.0.pom"), """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.sample</groupId><artifactId>%s</artifactId><version>1.0</version>
          <dependencies>%s</dependencies>
        </project>
        """.formatted(artifact, needed));
}
var needed = compiled("Needed", "public static int add(int x) { return x + 1; }");
publish("needed", needed, "");
publish("wanted",
    compiled("Wanted", "public static int twice(int x) { return 2 * needed.Needed.add(x); }", needed.toString()),
    "<dependency><groupId>org.sample</groupId><artifactId>needed</artifactId><version>1.0</version></dependency>");

var settings = Files.writeString(maven.resolve("settings.xml"), """
    <ivysettings>
      <settings defaultResolver="none"/>
      <resolvers><filesystem name="none"><artifact pattern="%s/none/[artifact].[ext]"/></filesystem></resolvers>
    </ivysettings>
    """.formatted(maven));
System.setProperty("spark.jars.ivySettings", settings.toString());
System.setProperty("spark.jars.ivy", maven.resolve("cache").toString());
var folder = maven.resolve("repository").toUri().toString();

fails("there is no org.sample:unknown:1.0 in ", () -> require("org.sample:unknown:1.0", folder));
fails("'org.sample' is not group:artifact:version", () -> require("org.sample"));
same(onExecutor(x -> x), 1);
require("org.sample:wanted:1.0", folder);
same(wanted.Wanted.twice(4), 10);
same(onExecutor(x -> wanted.Wanted.twice(20)), 42);
System.clearProperty("spark.jars.ivySettings");
System.clearProperty("spark.jars.ivy");
