package az.qalxan.casework;

/** Somebody who works on a case; one of them leads it. */
public record CaseMember(String account, String name, boolean lead) {}
