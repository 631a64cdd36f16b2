package az.qalxan.operators;

/**
 * What only the authority's side knows of an order.
 *
 * @param purpose why it is needed
 * @param draftedBy the account of the drafter
 * @param approvedBy the account of whoever approved first; empty before
 * @param basisReason why another basis than the proposed one was chosen; empty otherwise
 */
record Inside(
        String purpose,
        String drafter,
        String draftedBy,
        String approver,
        String approvedBy,
        String confirmer,
        String basisReason) {}
