import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads files as Java itself does: one in base64 a line, answered by "key:value" pairs of base64, or "malformed". */
public final class ReadProperties {
    private static String encoded(Object text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_16BE);
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Properties properties = new Properties();
            try {
                properties.load(new ByteArrayInputStream(Base64.getDecoder().decode(line)));
                System.out.println(properties.entrySet().stream()
                    .map(entry -> encoded(entry.getKey()) + ":" + encoded(entry.getValue()))
                    .collect(Collectors.joining(" ")));
            } catch (IllegalArgumentException refused) {
                System.out.println("malformed");
            }
            System.out.flush();
        }
    }
}
