package az.qalxan.engines.warrants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class ReadingTest {

    static String order() {
        try (InputStream in =
                Objects.requireNonNull(ReadingTest.class.getResourceAsStream("order.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anOrderIsUnderstoodAndWrittenAgainUnchangedWithItsNationalParts() {
        byte[] bytes = order().getBytes(StandardCharsets.UTF_8);
        Reading.Understood read = (Reading.Understood) Warrants.read(bytes);
        assertThat(read.remarks()).extracting(Finding::fault).containsExactly(Fault.NATIONAL_PART);
        HiMessage.Body.Request request = (HiMessage.Body.Request) read.message().body();
        HiObject.LdTask task =
                (HiObject.LdTask) ((HiMessage.Ask.Create) request.actions().get(1).ask()).object();
        assertThat(task.reference()).isEqualTo("AZ-KCMBI-17");
        assertThat(Objects.requireNonNull(task.details()).values())
                .containsExactly(
                        new HiObject.RequestValue("ETSI", "InternationalE164", "994505550127"));
        assertThat(Canonical.of(Warrants.write(read.message()))).isEqualTo(Canonical.of(bytes));
    }

    /** One change each; the fault, and the line at which it is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <HI1Message xmlns | <HI2Message xmlns | NOT_WELL_FORMED | 94
                    2019/10/Core | 2019/11/Core | NO_MESSAGE | 2
                    <CountryCode>AZ</CountryCode> | <CountryCode>az</CountryCode> | WRONG_VALUE | 5
                    <UniqueIdentifier>din-kcmbi</UniqueIdentifier> | '' | MISSING_ELEMENT | 4
                    0a8e4d3c-1111 | 0A8E4D3C-1111 | WRONG_VALUE | 12
                    09:00:00.000000+04:00 | 09:00:00+04:00 | WRONG_VALUE | 13
                    2026-11-27T09:00:00.0 | 2026-11-31T09:00:00.0 | WRONG_VALUE | 13
                    >V1.12.1< | >1.12.1< | WRONG_VALUE | 15
                    <NationalProfileOwner>AZ</NationalProfileOwner> | '' | MISSING_ELEMENT | 14
                    <ActionIdentifier>0< | <ActionIdentifier>-1< | WRONG_VALUE | 24
                    <ActionIdentifier>1</ActionIdentifier> | '' | MISSING_ELEMENT | 45
                    xsi:type="a:AuthorisationObject" | '' | MISSING_TYPE | 26
                    "a:AuthorisationObject" | "a:WarrantObject" | UNKNOWN_TYPE | 26
                    "a:AuthorisationObject" | "HI1Object" | UNKNOWN_TYPE | 26
                    "a:AuthorisationObject" | "z:AuthorisationObject" | UNKNOWN_TYPE | 26
                    <c:Value>Approved</c:Value> | <c:Value>Ratified</c:Value> | UNKNOWN_ENTRY | 29
                    <c:Value>AwaitingDisclosure< | <c:Value>Waiting< | UNKNOWN_ENTRY | 56
                    <c:Value>IsEmergency< | <c:Value>Urgent< | UNKNOWN_ENTRY | 82
                    <c:Owner>ETSI</c:Owner> | '' | MISSING_ELEMENT | 29
                    a:StartTime>2026-11-27T09:00:00+04:00 | a:StartTime>2026-11-27 | WRONG_VALUE | 35
                    <Generation>1</Generation> | <Generation>one</Generation> | WRONG_VALUE | 51
                    <t:Reference>AZ-KCMBI-17< | <t:Reference>KCMBI-17< | WRONG_VALUE | 55
                    <t:Value>994505550127</t:Value> | <t:Number>1</t:Number> | UNEXPECTED_ELEMENT | 70
                    <t:FormatOwner>ETSI</t:FormatOwner> | ETSI | UNEXPECTED_TEXT | 66
                    <t:FormatName> | <t:FormatName kind="1"> | UNEXPECTED_ATTRIBUTE | 68
                    <t:URL>https://qalxan.example/api/operators/etsi</t:URL> | '' | TOO_FEW_CHOICES | 76
                    <t:URL> | <t:FQDN>a</t:FQDN><t:URL> | UNEXPECTED_ELEMENT | 77
                    <a:CountryCode>AZ</a:CountryCode> | '' | MISSING_ELEMENT | 38
                    xsi:type="az:Parameters" | '' | MISSING_TYPE | 38
                    <AssociatedObject>0a8e | <AssociatedObject>0a8 | WRONG_VALUE | 53
                    <Payload> | <Payload><ResponsePayload/> | UNEXPECTED_ELEMENT | 21
                    </Header> | </Header><Header/> | UNEXPECTED_ELEMENT | 19
                    </HI1Message> | '' | NOT_WELL_FORMED | 95
                    """)
    void whateverIsSpoiltIsRefusedWithItsPlace(String from, String to, Fault fault, int line) {
        assertThat(order()).contains(from);
        int at = order().indexOf(from);
        String spoilt = order().substring(0, at) + to + order().substring(at + from.length());
        List<Finding> violations = violations(spoilt);
        assertThat(violations).extracting(Finding::fault).contains(fault);
        Finding found =
                violations.stream().filter(one -> one.fault() == fault).findFirst().orElseThrow();
        assertThat(found.place().line()).as(found.toString()).isEqualTo(line);
        assertThat(found.place().column()).isPositive();
        assertThat(found.sentence()).doesNotContain("%s");
    }

    @Test
    void pathAndColumnPointAtTheElementItself() {
        String spoilt = order().replace("<t:Reference>AZ-KCMBI-17<", "<t:Reference>17<");
        Finding found = violations(spoilt).getFirst();
        assertThat(found.toString())
                .isEqualTo(
                        "55:15 /HI1Message/Payload/RequestPayload/ActionRequests/ActionRequest[2]"
                                + "/CREATE/HI1Object/Reference: '17' is not a ldid:"
                                + " country, authority and number, such as AZ-DTX-1");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInItsOrder() {
        String spoilt =
                order().replace("<CountryCode>AZ<", "<CountryCode>A<")
                        .replace("IsEmergency", "Soon")
                        .replace("994505550127", "994 50");
        assertThat(violations(spoilt))
                .extracting(finding -> finding.place().line())
                .containsExactly(5, 9, 50, 82);
    }

    @Test
    void theListOfViolationsEnds() {
        String many = "<Odd/>".repeat(500);
        List<Finding> violations = violations(order().replace("<Header>", many + "<Header>"));
        assertThat(violations).hasSize(Findings.FINDINGS_MAX + 1);
        assertThat(violations).extracting(Finding::fault).contains(Fault.NO_LOCATION_LEFT);
    }

    @Test
    void documentTypesAndEntitiesAreRefusedUnread() {
        String bomb =
                "<?xml version=\"1.0\"?>\n<!DOCTYPE HI1Message [<!ENTITY a \"aaaaaaaaaa\">"
                        + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\n<HI1Message>&b;</HI1Message>";
        assertThat(violations(bomb))
                .extracting(Finding::fault)
                .containsExactly(Fault.DOCUMENT_TYPE);
        String outside =
                "<!DOCTYPE HI1Message SYSTEM \"file:///etc/passwd\"><HI1Message>x</HI1Message>";
        assertThat(violations(outside))
                .extracting(Finding::fault)
                .containsExactly(Fault.DOCUMENT_TYPE);
    }

    @Test
    void sizeDepthAndNumberAreBounded() {
        assertThat(violations("")).extracting(Finding::fault).containsExactly(Fault.SIZE);
        assertThat(violations("<a>".repeat(200) + "</a>".repeat(200)))
                .extracting(Finding::fault)
                .containsExactly(Fault.TOO_DEEP);
        assertThat(violations("<a>" + "<b/>".repeat(XmlReading.ELEMENTS_MAX) + "</a>"))
                .extracting(Finding::fault)
                .containsExactly(Fault.TOO_MANY);
    }

    @Test
    void encodingsAreReadStrictly() {
        String utf16 = order().replace("UTF-8", "UTF-16");
        assertThat(Warrants.read(("\uFEFF" + utf16).getBytes(StandardCharsets.UTF_16BE)))
                .isInstanceOf(Reading.Understood.class);
        assertThat(Warrants.read(("\uFEFF" + order()).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Understood.class);
        byte[] latin = order().replace("Qərar", "Q\u00E9rar").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(((Reading.Malformed) Warrants.read(latin)).violations())
                .extracting(Finding::fault)
                .containsExactly(Fault.ENCODING);
    }

    @Test
    void whatIsOddButAllowedIsRemarked() {
        String odd =
                order().replace("2026-12-27T09:00:00+04:00", "2026-10-27T09:00:00+04:00")
                        .replace("<ActionIdentifier>1<", "<ActionIdentifier>0<")
                        .replace("994505550127", "+994505550127")
                        .replace(">V1.12.1<", ">V1.20.1<")
                        .replace(">Approved<", ">Active<");
        assertThat(
                        ((Reading.Understood) Warrants.read(odd.getBytes(StandardCharsets.UTF_8)))
                                .remarks())
                .extracting(Finding::fault)
                .containsExactlyInAnyOrder(
                        Fault.OTHER_VERSION,
                        Fault.OBSOLETE_ENTRY,
                        Fault.ENDS_BEFORE_START,
                        Fault.NATIONAL_PART,
                        Fault.SAME_ACTION,
                        Fault.ODD_IDENTIFIER);
    }

    @Test
    void midnightAtTheEndOfADayIsTheNextDay() {
        assertThat(new Stamp("2026-02-28T24:00:00+04:00").at())
                .isEqualTo(OffsetDateTime.parse("2026-03-01T00:00:00+04:00"));
        OffsetDateTime noon = OffsetDateTime.parse("2026-11-27T12:00:00+04:00");
        assertThat(Lexical.MOMENT.fits(Stamp.of(noon).text())).isTrue();
        assertThat(Lexical.EXACT_MOMENT.fits(Stamp.exact(noon).text())).isTrue();
    }

    private static List<Finding> violations(String message) {
        Reading reading = Warrants.read(message.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Malformed.class);
        return ((Reading.Malformed) reading).violations();
    }
}
