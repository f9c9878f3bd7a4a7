package dev.kindling.shell.console.prompt;

import dev.kindling.run.Settings;
import dev.kindling.shell.terminal.Table;

/** Settings as a value: as many columns wide as the terminal. Secrets are hidden. */
final class SettingsText {
    private SettingsText() {}

    static String of(Settings settings, int width) {
        var table = Table.of("setting", "value", "from", "why").ruled();
        settings.forEach(each -> table.row(each.key(), each.shown(), each.origin(), each.why()));
        return settings.stream().count() + " settings\n" + String.join("\n", table.lines(width));
    }
}
