package dev.kindling.shell.console.prompt;

import dev.kindling.shell.console.table.FirstRows;
import dev.kindling.shell.console.table.RowsTable;
import dev.kindling.shell.console.table.SchemaLine;
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
    /** What the prompt writes before it. */
    private static final int ROOM_FOR_NAME = 12;

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

    static String of(Dataset<?> dataset, int width) {
        var schema = SchemaLine.of(dataset.schema(), width - ROOM_FOR_NAME);
        if (dataset.isStreaming()) {
            return schema + " (a stream)";
        }
        return schema + "\n"
                + (isCheap(dataset.queryExecution().optimizedPlan())
                        ? String.join("\n", RowsTable.lines(FirstRows.of(dataset, ROWS), width))
                        : "(to see rows, which takes a job, write show(..))");
    }

    private static boolean isCheap(LogicalPlan plan) {
        return CHEAP.contains(plan.getClass().getSimpleName())
                && CollectionConverters.asJava(plan.children()).stream().allMatch(DatasetText::isCheap);
    }
}
