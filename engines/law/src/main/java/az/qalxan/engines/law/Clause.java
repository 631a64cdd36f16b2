package az.qalxan.engines.law;

/**
 * A place in an instrument.
 *
 * @param instrument its identifier, for example BUDAPEST-185
 * @param article with paragraphs, for example 29(7); empty for the instrument as a whole
 */
public record Clause(String instrument, String article) implements Comparable<Clause> {

    public Clause {
        if (instrument.isBlank() || instrument.contains(":")) {
            throw new IllegalArgumentException("no instrument's identifier: " + instrument);
        }
    }

    /** Reads what {@link #toString()} writes: {@code BUDAPEST-185:29(7)}. */
    public static Clause of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Clause(text.strip(), "")
                : new Clause(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }

    /** The article without its paragraphs: 29 of 29(7). */
    public Clause wholeArticle() {
        int paragraph = article.indexOf('(');
        return paragraph <= 0
                ? this
                : new Clause(instrument, article.substring(0, paragraph).strip());
    }

    /** Whether the other place is this one or lies inside it. */
    public boolean covers(Clause other) {
        return instrument.equals(other.instrument)
                && (article.isEmpty()
                        || article.equals(other.article)
                        || other.article.startsWith(article + "("));
    }

    @Override
    public int compareTo(Clause other) {
        int byInstrument = instrument.compareTo(other.instrument);
        return byInstrument != 0 ? byInstrument : article.compareTo(other.article);
    }

    @Override
    public String toString() {
        return article.isEmpty() ? instrument : instrument + ":" + article;
    }
}
