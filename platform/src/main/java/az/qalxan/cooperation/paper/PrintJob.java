package az.qalxan.cooperation.paper;

import az.qalxan.print.Signer;

/** What the printer needs of a paper: its form, the data to put inside, and who will sign. */
record PrintJob(PaperKind kind, PaperForm form, byte[] data, Signer signer) {}
