package az.qalxan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbers and habits of the style guide that a machine can check. */
class TidyTest {

    private static final int LINE_CHARS_MAX = 100;
    private static final int FILE_CODE_LINES_MAX = 500;
    private static final int METHOD_LINES_MAX = 60;
    private static final int PACKAGE_DEPTH_MAX = 3;
    private static final double HIDDEN_SHARE_MIN = 0.60;

    private static final Pattern TYPE =
            Pattern.compile(
                    "^(public )?(?:(?:abstract|final|sealed|non-sealed) )*"
                            + "(?:class|interface|record|enum|@interface) (\\w+)",
                    Pattern.MULTILINE);
    private static final Pattern METHOD =
            Pattern.compile(
                    "^ {4}(?! )(?!.*\\b(?:class|record|interface|enum)\\b)(?![A-Z_0-9]+\\()[\\w<@].*\\(.*$",
                    Pattern.MULTILINE);
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Data|Info)");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME)\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    @Test
    void sixOfTenTypesAreHidden() {
        int all = 0;
        int hidden = 0;
        for (Path source : Repository.mainSources()) {
            Matcher type = TYPE.matcher(Repository.read(source));
            if (type.find()) {
                all++;
                hidden += type.group(1) == null ? 1 : 0;
            }
        }
        assertThat((double) hidden / all)
                .as("hidden types of %d", all)
                .isGreaterThan(HIDDEN_SHARE_MIN);
    }

    @Test
    void linesFilesAndMethodsAreShort() {
        List<String> long_ = new ArrayList<>();
        for (Path source : Repository.mainSources()) {
            List<String> lines = Repository.read(source).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.length() > LINE_CHARS_MAX && !line.startsWith("import ")) {
                    long_.add(
                            source.getFileName()
                                    + ":"
                                    + (i + 1)
                                    + " is "
                                    + line.length()
                                    + " wide");
                }
            }
            long code = lines.stream().map(String::strip).filter(TidyTest::isCode).count();
            if (code > FILE_CODE_LINES_MAX) {
                long_.add(source.getFileName() + " has " + code + " code lines");
            }
            long_.addAll(longMethods(source, lines));
        }
        assertThat(long_).isEmpty();
    }

    private static boolean isCode(String line) {
        return !line.isEmpty()
                && !line.startsWith("//")
                && !line.startsWith("*")
                && !line.startsWith("/*");
    }

    private static List<String> longMethods(Path source, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (METHOD.matcher(lines.get(i)).matches() && !lines.get(i).endsWith(";")) {
                int end = i;
                while (end < lines.size() && !lines.get(end).equals("    }")) {
                    end++;
                }
                if (end < lines.size() && end - i + 1 > METHOD_LINES_MAX) {
                    found.add(source.getFileName() + ":" + (i + 1) + " spans " + (end - i + 1));
                }
            }
        }
        return found;
    }

    @Test
    void namesSaySomething() {
        assertThat(
                        Repository.mainSources().stream()
                                .map(path -> path.getFileName().toString().replace(".java", ""))
                                .filter(name -> EMPTY_NAME.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertThat(
                        Stream.concat(
                                        Repository.mainSources().stream(),
                                        Repository.files("platform/src/main", ".jte").stream())
                                .filter(path -> UNFINISHED.matcher(Repository.read(path)).find()))
                .isEmpty();
    }

    @Test
    void packagesAreShallowAndExplained() {
        List<String> wrong = new ArrayList<>();
        for (Path source : Repository.mainSources()) {
            String name = source.toString();
            int start = name.indexOf("/az/qalxan/");
            if (start < 0) {
                continue;
            }
            String inside = name.substring(start + "/az/qalxan/".length());
            if (inside.chars().filter(c -> c == '/').count() > PACKAGE_DEPTH_MAX) {
                wrong.add(inside + " is too deep");
            }
            Path description = source.resolveSibling("package-info.java");
            if (!Files.exists(description)
                    || !Repository.read(description).contains("@NullMarked")) {
                wrong.add(source.getParent() + " has no @NullMarked package-info.java");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void modulesSayWhatTheyOwnPromiseAndNeverDo() {
        for (Path description : Repository.files("platform/src/main/java", "package-info.java")) {
            String text = Repository.read(description);
            if (text.contains("@ApplicationModule")) {
                assertThat(text)
                        .as(description.toString())
                        .contains("Owns", "Promises", "Will never");
            }
        }
    }

    @Test
    void linksInDocumentsLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : Repository.files(".", ".md")) {
            Matcher link = LINK.matcher(Repository.read(document));
            while (link.find()) {
                Path target = document.resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target)) {
                    broken.add(document.getFileName() + " -> " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
