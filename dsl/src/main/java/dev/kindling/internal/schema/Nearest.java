package dev.kindling.internal.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a misspelt word. */
final class Nearest {
    private Nearest() {}

    /** The known word that is at most a third of the letters away, capitals aside, or else the one that begins so. */
    static Optional<String> of(String word, Collection<String> known) {
        var lower = word.toLowerCase(Locale.ROOT);
        return closest(word, lower, known).or(() -> known.stream()
                .filter(each ->
                        lower.length() > 2 && each.toLowerCase(Locale.ROOT).startsWith(lower))
                .findFirst());
    }

    private static Optional<String> closest(String word, String lower, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(lower, each.toLowerCase(Locale.ROOT))))
                .filter(best -> distance(lower, best.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 3));
    }

    /** Letters to add, leave out, change or swap with the next. */
    static int distance(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int cheapest(int[][] table, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(table[i - 1][j - 1] + change, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
