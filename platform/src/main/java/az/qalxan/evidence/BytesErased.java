package az.qalxan.evidence;

import az.qalxan.casework.CaseNumber;

/**
 * That the keys of a case were destroyed: nothing that was stored of it can be read any more, and
 * whatever was made from it is to go too. Published in the transaction that says so.
 */
public record BytesErased(CaseNumber caseNumber) {}
