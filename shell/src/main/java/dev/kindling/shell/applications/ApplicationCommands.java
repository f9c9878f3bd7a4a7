package dev.kindling.shell.applications;

import java.util.List;

/** The verbs, in the order of the help. */
public final class ApplicationCommands {
    private ApplicationCommands() {}

    /** One command each, with its name. */
    public static List<Object> all(Workbench workbench) {
        return List.of(
                new SubmitCommand(workbench),
                new CheckCommand(workbench),
                new ListCommand(workbench),
                new StatusCommand(workbench),
                new LogsCommand(workbench),
                new EventsCommand(workbench),
                new DoctorCommand(workbench),
                new UiCommand(workbench),
                new HistoryCommand(workbench),
                new SuspendCommand(workbench),
                new ResumeCommand(workbench),
                new RestartCommand(workbench),
                new CancelCommand(workbench),
                new DeleteCommand(workbench),
                ScheduleCommand.with(workbench),
                new RenderCommand(workbench),
                new ConvertCommand(workbench),
                new RbacCommand(workbench),
                new ValidateCommand(workbench));
    }
}
