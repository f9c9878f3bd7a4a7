// A jar that is added while the session runs is known to the compiler, to the driver, and to executors that run already.
/open check.jsh

var folder = Files.createTempDirectory("added");
var source = folder.resolve("Added.java");
Files.writeString(source, """
        package added;

        public record Added(int value) implements java.io.Serializable {
            public static int twice(int x) {
                return 2 * x;
            }
        }
        """);
void tool(String name, String... arguments) {
    same(java.util.spi.ToolProvider.findFirst(name).get().run(System.out, System.err, arguments), 0);
}
tool("javac", "--release", "17", "-d", folder.toString(), source.toString());
var jar = folder.resolve("added.jar").toString();
tool("jar", "--create", "--file", jar, "-C", folder.toString(), "added/Added.class");
same(onExecutor(x -> x), 1);

addJar(jar);
same(added.Added.twice(4), 8);
same(onExecutor(x -> added.Added.twice(21)), 42);
import added.Added;
record Holder(Added inside) implements Serializable {}
var kept = new Added(3);
same(onExecutor(x -> new Holder(new Added(x + kept.value()))), new Holder(new Added(4)));
same(sc.parallelize(List.of(kept)).map(each -> each.value()).collect(), List.of(3));

/reset
/open check.jsh
import added.Added;
same(onExecutor(x -> Added.twice(x)), 2);
