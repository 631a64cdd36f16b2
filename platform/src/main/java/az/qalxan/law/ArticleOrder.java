package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of articles as people count: 9 before 10, 273 before 273-1, 29 before 29(1). */
final class ArticleOrder implements Comparator<String> {

    static final Comparator<Clause> CLAUSES =
            Comparator.comparing(Clause::instrument)
                    .thenComparing(Clause::article, new ArticleOrder());

    private static final Pattern PART = Pattern.compile("\\d{1,9}|\\D");

    @Override
    public int compare(String one, String other) {
        List<String> left = parts(one);
        List<String> right = parts(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compareParts(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareParts(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers
                ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                : one.compareTo(other);
    }

    private static List<String> parts(String article) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(article);
        while (part.find()) {
            parts.add(part.group());
        }
        return parts;
    }
}
