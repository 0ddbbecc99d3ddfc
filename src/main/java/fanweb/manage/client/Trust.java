package fanweb.manage.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed. */
final class Trust {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----");

  private Trust() {}

  /**
   * Believes whom this Java believes, and the certificates of a file besides.
   *
   * @param file certificates as PEM; what else is in it, as a key, is passed over
   * @throws IOException when it cannot be read
   * @throws GeneralSecurityException when there is no certificate in it
   */
  static SSLContext besides(Path file) throws IOException, GeneralSecurityException {
    KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
    believed.load(null, null);
    int number = 0;
    for (Certificate certificate : read(file)) {
      believed.setCertificateEntry("given-" + number++, certificate);
    }
    for (TrustManager usual : managers(null)) {
      if (usual instanceof X509TrustManager x509) {
        for (X509Certificate certificate : x509.getAcceptedIssuers()) {
          believed.setCertificateEntry("usual-" + number++, certificate);
        }
      }
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers(believed), null);
    return context;
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, CertificateException {
    String blocks =
        BLOCK
            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("\n"));
    if (blocks.isEmpty()) {
      throw new CertificateException("no certificate in it");
    }
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(
            new ByteArrayInputStream(blocks.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static TrustManager[] managers(@Nullable KeyStore believed)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(believed);
    return factory.getTrustManagers();
  }
}
