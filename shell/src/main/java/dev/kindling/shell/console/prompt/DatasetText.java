package dev.kindling.shell.console.prompt;

import java.util.Set;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A Dataset as a value: its columns, and its first rows where those can be had without reading everything, which a sort, a
 * join, an aggregation or a filter may need.
 */
final class DatasetText {
    private static final int ROWS = 5;
    private static final int WIDTH = 40;
    private static final Set<String> CHEAP = Set.of(
            "Project",
            "Range",
            "LocalRelation",
            "LogicalRDD",
            "LogicalRelation",
            "DataSourceV2Relation",
            "SubqueryAlias",
            "View",
            "GlobalLimit",
            "LocalLimit",
            "OneRowRelation");

    private DatasetText() {}

    static String of(Dataset<?> dataset) {
        var columns = dataset.toString();
        if (dataset.isStreaming()) {
            return columns + " (streaming)";
        }
        return isCheap(dataset.queryExecution().optimizedPlan())
                ? columns + "\n" + dataset.showString(ROWS, WIDTH, false).stripTrailing()
                : columns + "\n(to see rows, which takes a job, write .show())";
    }

    private static boolean isCheap(LogicalPlan plan) {
        return CHEAP.contains(plan.getClass().getSimpleName())
                && CollectionConverters.asJava(plan.children()).stream().allMatch(DatasetText::isCheap);
    }
}
