package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.engines.threatintel.csaf.OwnedProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An invented advisory that is out, and a body that has the product it is about. */
@Component
class DemoAdvisories implements DemoPart {

    private final AdvisoryDesk desk;
    private final AdvisoryRelease release;
    private final AdvisoryStore store;
    private final OwnedDesk owned;
    private final AdvisoryMatching matching;
    private final DemoPeople people;

    DemoAdvisories(
            AdvisoryDesk desk,
            AdvisoryRelease release,
            AdvisoryStore store,
            OwnedDesk owned,
            AdvisoryMatching matching,
            DemoPeople people) {
        this.desk = desk;
        this.release = release;
        this.store = store;
        this.owned = owned;
        this.matching = matching;
        this.people = people;
    }

    @Override
    public int order() {
        return 86;
    }

    @Override
    public void play(Instant now) {
        Caller writer = people.named("analitik-rinn");
        boolean played =
                ActingAs.call(writer.identity(), () -> !store.of(writer.body().value()).isEmpty());
        if (played) {
            return;
        }
        Instant at = now.minus(Duration.ofDays(2));
        Caller owner = people.named("analitik");
        run(
                owner,
                at.minus(Duration.ofDays(3)),
                () ->
                        owned.enter(
                                owner,
                                new OwnedProduct("Nümunə", "Nümunə VPN", "", "", "3.4"),
                                "Perimetr, iki qovşaq"));
        String number =
                WorkTime.call(
                        at,
                        () -> ActingAs.call(writer.identity(), () -> desk.write(writer, form())));
        run(writer, at.plus(Duration.ofMinutes(3)), () -> desk.ask(writer, number));
        for (String name : List.of("reyestr", "koordinator-rinn")) {
            Caller second = people.named(name);
            run(second, at.plus(Duration.ofMinutes(20)), () -> release.approve(second, number));
        }
        WorkTime.run(at.plus(Duration.ofMinutes(21)), matching::look);
    }

    private static void run(Caller caller, Instant at, Runnable work) {
        WorkTime.run(at, () -> ActingAs.run(caller.identity(), work));
    }

    private static AdvisoryForm form() {
        return new AdvisoryForm(
                Map.ofEntries(
                        Map.entry("title", List.of("Command injection in Nümunə VPN")),
                        Map.entry("handling", List.of("TLP:CLEAR")),
                        Map.entry("lang", List.of("en")),
                        Map.entry("status", List.of("final")),
                        Map.entry(
                                "summary",
                                List.of(
                                        "An attacker without an account can run commands on the"
                                                + " gateway. The product is invented.")),
                        Map.entry("pVendor", List.of("Nümunə", "Nümunə")),
                        Map.entry("pName", List.of("Nümunə VPN", "Nümunə VPN")),
                        Map.entry("pVersion", List.of("vers:intdot/<3.5", "3.5")),
                        Map.entry("pStatus", List.of("affected", "fixed")),
                        Map.entry("vCve", List.of("CVE-2026-00001")),
                        Map.entry("vTitle", List.of("Command injection in the sign-in page")),
                        Map.entry("vCwe", List.of("CWE-78")),
                        Map.entry(
                                "vVector", List.of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")),
                        Map.entry("vText", List.of("The sign-in page passes a header to a shell.")),
                        Map.entry("vFix", List.of("vendor_fix")),
                        Map.entry("vFixText", List.of("Update to version 3.5."))));
    }
}
