package dev.kindling.samples.lake;

import dev.kindling.Spark;
import dev.kindling.shell.RunMode;
import dev.kindling.shell.Sample;
import dev.kindling.shell.SampleContext;
import java.util.regex.Pattern;

/** {@code kindling sample lake}: an object store, by default in this JVM, and a session that writes to it and reads back. */
public final class LakeSample implements Sample {
    private static final Pattern PUSHED = Pattern.compile("(PartitionFilters|PushedFilters): \\[[^\\]]*]");

    @Override
    public String name() {
        return "lake";
    }

    @Override
    public String summary() {
        return "writes partitions of Parquet to an object store, reads one back";
    }

    @Override
    public boolean usesStore() {
        return true;
    }

    @Override
    public void run(SampleContext context) {
        if (context.mode() != RunMode.SESSION) {
            throw new IllegalArgumentException("the lake is a session's. Write: kindling sample lake");
        }
        var store = context.store();
        var spec = Spark.session("lake").s3(store.s3());
        print(context, context.inSession(spec, spark -> LakeJob.run(spark, store.folder("readings"))));
    }

    private static void print(SampleContext context, LakeJob.Result result) {
        context.progress().close();
        var out = context.out();
        out.println("written:  " + result.written() + " rows, one folder a day, committer: " + result.committer());
        out.println("pushdown: "
                + String.join(
                        ", ",
                        PUSHED.matcher(result.plan())
                                .results()
                                .map(found -> found.group())
                                .toList()));
        out.println("lake: SESSION on " + context.where() + ", found " + result.found() + " of " + result.written());
    }
}
