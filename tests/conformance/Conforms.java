import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds files to standards: {@code Conforms ua1,3a a.pdf b.pdf …} says a line for each, and why not. */
public final class Conforms {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String standard : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
            for (int place = 1; place < arguments.length; place++) {
                System.out.println(standard + "\t" + judged(flavour, arguments[place]));
            }
        }
    }

    private static String judged(PDFAFlavour flavour, String path) throws Exception {
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            TreeMap<String, String> failed = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failed.put(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
                            assertion.getMessage());
                }
            }
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            return verdict + "\t" + path + "\t" + result.getTotalAssertions() + "\t" + failed;
        }
    }
}
