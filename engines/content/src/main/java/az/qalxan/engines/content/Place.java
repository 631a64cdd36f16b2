package az.qalxan.engines.content;

/** Where a part is: in which other one, how deep, under which name. */
record Place(int parent, int depth, String name, String path) {

    private static final int NAME_MAX = 300;
    private static final int PATH_MAX = 1_500;

    Place {
        name = Texts.line(name, NAME_MAX);
        path = Texts.line(path, PATH_MAX);
    }

    static Place root(String name) {
        return new Place(-1, 0, name, Texts.line(name, NAME_MAX));
    }

    /** The place of a member of the part that stands here. */
    Place inside(int number, String member) {
        String name = Texts.line(member, NAME_MAX);
        return new Place(number, depth + 1, name, path + "/" + contained(name));
    }

    /** A name that stays inside its folder, for showing. */
    static String contained(String name) {
        StringBuilder path = new StringBuilder();
        for (String step : name.replace('\\', '/').split("/", -1)) {
            if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.append(path.isEmpty() ? "" : "/").append(step);
            }
        }
        return path.isEmpty() ? "-" : path.toString();
    }

    /** Whether a name would lead out of the folder that it is unpacked into. */
    static boolean leaves(String name) {
        String slashed = name.replace('\\', '/');
        boolean drive = slashed.length() > 1 && slashed.charAt(1) == ':';
        return drive
                || slashed.startsWith("/")
                || slashed.indexOf('\0') >= 0
                || ("/" + slashed + "/").contains("/../");
    }
}
