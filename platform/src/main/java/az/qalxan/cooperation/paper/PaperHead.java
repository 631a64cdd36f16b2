package az.qalxan.cooperation.paper;

import az.qalxan.access.Handling;
import java.time.LocalDate;

/**
 * What stands at the head of every paper. Its first two components are the fields 1 and 2 of both
 * T-CY templates.
 *
 * @param reference our reference or case number
 * @param basis the legal basis in words, for example the convention and its article
 * @param marking how far the paper may travel; printed on every page
 * @param language the language printed besides Azerbaijani and English
 */
public record PaperHead(
        LocalDate date, String reference, String basis, Handling marking, PaperLanguage language) {}
