package dev.kindling.shell.applications;

import dev.kindling.run.ApplicationFilter;
import dev.kindling.run.ListedApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code kindling list -w}: changes come from threads of the client and are shown by this one. */
final class ListWatch {
    /** Ages are told in seconds. */
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private final Workbench workbench;
    private final ListView view;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final Map<String, ListedApplication> known = new HashMap<>();

    private ListWatch(Workbench workbench, ListView view) {
        this.workbench = workbench;
        this.view = view;
    }

    static ListWatch of(Workbench workbench, OutputOption output) {
        return new ListWatch(workbench, ListView.of(workbench.terminal(), output));
    }

    /** Until the thread is interrupted, or nobody reads what is printed. */
    void run(Cluster cluster, ApplicationFilter filter) {
        workbench.interruption().announce("stopped watching");
        var watch = cluster.watch(
                filter, changed -> changes.add(new Changed(changed)), name -> changes.add(new Removed(name)));
        try {
            while (!workbench.terminal().out().checkError()) {
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(watch);
        }
    }

    private static void close(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("the watch could not be closed", e);
        }
    }

    /** All that has come meanwhile at once: a screen need not be drawn for each of a thousand changes. */
    private void show() throws InterruptedException {
        var news = new ArrayList<Change>();
        var first = changes.poll(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        if (first != null) {
            news.add(first);
        }
        changes.drainTo(news);
        view.show(news.stream().filter(this::isNews).toList());
    }

    /** A watch may tell the same twice, and tells of all that do not pass the filter that they are not there. */
    private boolean isNews(Change change) {
        if (change instanceof Changed changed) {
            var application = changed.application();
            return !application.equals(known.put(application.name(), application));
        }
        return known.remove(((Removed) change).name()) != null;
    }

    /** What the watch tells. */
    sealed interface Change {}

    record Changed(ListedApplication application) implements Change {}

    record Removed(String name) implements Change {}
}
