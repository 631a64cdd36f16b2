package az.qalxan.engines.synthesis;

import java.io.IOException;
import java.io.Writer;

/** Writes the reports, without the truth, as comma-separated values with a header. */
public final class ReportTable {

    private static final String HEADER =
            "number,happened_at,reported_at,category,region,channel,language,on_behalf,"
                    + "loss_amount,loss_currency,paid_how,stated,story\n";

    private final Writer out;

    private ReportTable(Writer out) {
        this.out = out;
    }

    /** Writes the header; the caller closes {@code out}. */
    public static ReportTable on(Writer out) throws IOException {
        out.write(HEADER);
        return new ReportTable(out);
    }

    /** Writes one line. */
    public void add(SyntheticReport report) throws IOException {
        SyntheticReport.Loss loss = report.loss();
        new CsvLine()
                .add(report.number())
                .add(report.happenedAt())
                .add(report.reportedAt())
                .add(report.category())
                .add(report.region())
                .add(report.channel())
                .add(report.language())
                .add(report.onBehalf())
                .add(loss == null ? null : loss.amount().toPlainString())
                .add(loss == null ? null : loss.currency())
                .add(loss == null ? null : loss.paidHow())
                .add(stated(report))
                .add(report.story())
                .writeTo(out);
    }

    /** Identifiers of the form's fields: kind=value, with a space between two. */
    private static String stated(SyntheticReport report) {
        StringBuilder text = new StringBuilder();
        for (PlantedIdentifier identifier : report.identifiers()) {
            if (!identifier.inStory()) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(identifier.kind())
                        .append('=')
                        .append(identifier.value());
            }
        }
        return text.toString();
    }
}
