// All that the console promises about code and variables on executors, in one session.
/open values.jsh
/open changes.jsh
/open methods.jsh
/open types.jsh
/open objects.jsh
/open refused.jsh
/open concurrent.jsh
/open jars.jsh
/open maven.jsh
/open reset.jsh
System.out.println("all as it should be");
