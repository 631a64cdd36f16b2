package az.qalxan.demo;

import az.qalxan.casework.CaseNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which case took in which planted series, so that a load that was killed goes on with it. */
@Component
class DemoSeries {

    private final JdbcClient jdbc;

    DemoSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CaseNumber> caseOf(String series) {
        return jdbc.sql("select case_number from demo.series where name = :name")
                .param("name", series)
                .query((row, line) -> new CaseNumber(row.getString(1)))
                .optional();
    }

    void keep(String series, CaseNumber number) {
        jdbc.sql("insert into demo.series (name, case_number) values (:name, :number)")
                .param("name", series)
                .param("number", number.value())
                .update();
    }

    List<CaseNumber> some(int most) {
        return jdbc.sql("select case_number from demo.series order by name desc limit :most")
                .param("most", most)
                .query((row, line) -> new CaseNumber(row.getString(1)))
                .list();
    }
}
