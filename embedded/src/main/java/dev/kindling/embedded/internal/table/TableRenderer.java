package dev.kindling.embedded.internal.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.PrinterColumn;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import java.util.List;
import java.util.stream.Stream;

/** Makes the {@code Table} that kubectl prints: columns by type, a row for each object. */
public final class TableRenderer {
    private static final String META_VERSION = "meta.k8s.io/v1";

    private final ResourceRegistry registry;

    public TableRenderer(ResourceRegistry registry) {
        this.registry = registry;
    }

    /** @param withColumns false within a watch, after the first row */
    public ObjectNode render(ResourceType type, List<ObjectNode> objects, boolean withColumns) {
        List<Column> columns = columns(type);
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("kind", "Table").put("apiVersion", META_VERSION);
        ObjectNode meta = table.putObject("metadata");
        if (objects.size() == 1) {
            meta.put("resourceVersion", Long.toString(Meta.resourceVersion(objects.get(0))));
        }
        ArrayNode definitions = table.putArray("columnDefinitions");
        if (withColumns) {
            columns.forEach(column -> define(definitions.addObject(), column));
        }
        ArrayNode rows = table.putArray("rows");
        objects.forEach(object -> fill(rows.addObject(), columns, object));
        return table;
    }

    public static ObjectNode metadataOf(ObjectNode object) {
        ObjectNode partial = JsonNodeFactory.instance.objectNode();
        partial.put("kind", "PartialObjectMetadata").put("apiVersion", META_VERSION);
        partial.set("metadata", object.path("metadata"));
        return partial;
    }

    private List<Column> columns(ResourceType type) {
        List<PrinterColumn> own = registry.printerColumns(type);
        return own.isEmpty()
                ? BuiltInColumns.of(type)
                : Stream.concat(Stream.of(Column.objectName()), own.stream().map(TableRenderer::column))
                        .toList();
    }

    /** Definitions write simple JSONPaths, with dots. */
    private static Column column(PrinterColumn wanted) {
        String pointer = wanted.path().replace('.', '/');
        Column column = wanted.type().equals("date")
                ? Column.since(wanted.name(), pointer)
                : Column.text(wanted.name(), object -> object.at(pointer).asText(""));
        return wanted.priority() > 0 ? column.wide() : column;
    }

    private static void define(ObjectNode definition, Column column) {
        definition
                .put("name", column.name())
                .put("type", column.type())
                .put("format", column.name().equals("Name") ? "name" : "")
                .put("description", column.name())
                .put("priority", column.priority());
    }

    private static void fill(ObjectNode row, List<Column> columns, ObjectNode object) {
        ArrayNode cells = row.putArray("cells");
        for (Column column : columns) {
            String cell = column.cell().apply(object);
            if (column.type().equals("integer")) {
                cells.add(Integer.parseInt(cell));
            } else {
                cells.add(cell);
            }
        }
        row.set("object", metadataOf(object));
    }
}
