/**
 * Triage of reports and the cases that come of them.
 *
 * <p>Owns the schema {@code casework}: cases, their members, notes, tasks, and which reports stand
 * in them; parties, qualification, hand-over and sight are modules of their own below it. Promises
 * that a report is decided once, that a case's state allows only what the law allows, and that a
 * restricted case is seen by named people alone and leaves no trace for others. Will never merge
 * two records because they match.
 *
 * <p>A module that has something to say about a case contributes beans: a {@link
 * az.qalxan.casework.CaseTab} for a page of its own, a {@link az.qalxan.casework.CaseBrief} for its
 * short form on the first page, a {@link az.qalxan.casework.CaseNotice} for what must be seen on
 * every page, {@link az.qalxan.casework.WaitingWork} for the first page of a person. Any module may
 * answer {@code GET /<module>/of-case/{number}} with a piece of HTML, which the case's first page
 * loads.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "database",
            "figure",
            "web",
            "audit",
            "jurisdiction",
            "access",
            "directory",
            "reporting"
        })
package az.qalxan.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
