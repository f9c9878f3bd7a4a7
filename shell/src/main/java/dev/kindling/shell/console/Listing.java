package dev.kindling.shell.console;

import dev.kindling.shell.terminal.Screen;
import dev.kindling.shell.terminal.Table;
import java.util.AbstractList;
import java.util.List;
import java.util.function.BiConsumer;

/** A list that shows at the prompt as a table. */
final class Listing<T> extends AbstractList<T> {
    private final List<T> items;
    private final String text;

    private Listing(List<T> items, String text) {
        this.items = items;
        this.text = text;
    }

    /** Of these, whose rows are added to the table. */
    static <T> List<T> of(String what, List<T> items, Table table, BiConsumer<Table, T> row) {
        items.forEach(each -> row.accept(table, each));
        int width = Console.current().screen().map(Screen::columns).orElse(Integer.MAX_VALUE);
        var title = items.size() + " " + what + (items.size() == 1 ? "" : "s");
        return new Listing<>(
                List.copyOf(items),
                items.isEmpty()
                        ? title
                        : title + "\n" + String.join("\n", table.ruled().lines(width)));
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public String toString() {
        return text;
    }
}
