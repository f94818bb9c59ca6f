package io.theforge.cli.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check of a stack never does: tell a token, trust a stranger, write to production, or begin unasked. */
class RagAgentSafetyTest {
    private static final String WRONG = "wr0ng-t0ken-that-nobody-may-see";

    @TempDir
    Path folder;

    @Test
    void aTokenIsNeverTold() throws Exception {
        try (HostStub host = CheckedShop.host()) {
            Ran ran = CheckedShop.checkAs(
                    folder, WRONG, host, "--questions", "10", "--json", "--verbose", "--audit-log", "audit.jsonl");

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.json().at("/error/message").asText())
                    .isEqualTo("GET /rag/sources answered 401: wrong token: Bearer ***");
            assertThat(ran.json().at("/error/remedy").asText()).contains("FORGE_API_TOKEN");
            assertThat(ran.out() + ran.err() + Files.readString(folder.resolve("audit.jsonl")))
                    .doesNotContain(WRONG);
            Ran without = CheckedShop.checkAs(folder, null, host, "--questions", "10");
            assertThat(without.err())
                    .contains("sources: GET /rag/sources answered 401: wrong token: null; set FORGE_API_TOKEN");
        }
    }

    @Test
    void aTokenThatNoHeaderCanHaveIsRefusedUnseen() throws Exception {
        try (HostStub host = CheckedShop.host()) {
            Ran ran = CheckedShop.checkAs(folder, "two w0rds", host);
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("FORGE_API_TOKEN: has letters in it").doesNotContain("w0rds");
            assertThat(host.requests()).isZero();
        }
    }

    @Test
    void anUntrustedCertificateIsRefused() throws Exception {
        try (HostStub host = HostStub.secured(untrusted())) {
            Ran ran = CheckedShop.check(folder, host);
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("forge: health: the certificate of " + host.url() + " is not trusted (", "trustStore");
            assertThat(host.requests()).isZero();
        }
    }

    @Test
    void anAddressOfHttpsWithoutTlsIsSaidToBeOne() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> refuse(plain));
            String address = "://127.0.0.1:" + plain.getLocalPort();
            Ran ran = Ran.in(
                    folder, CheckedShop.SMALL, "--scenario=rag-agent", "--api-url", "https" + address, "--confirm");
            answered.get();
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("forge: health: https" + address + " does not speak TLS", "give --api-url http" + address)
                    .doesNotContain("trusted");
        }
    }

    /** As servers of HTTP do that are greeted by TLS. */
    private static void refuse(ServerSocket plain) {
        try (Socket caller = plain.accept()) {
            caller.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anUnderscoreInAHostIsNamed() {
        Ran ran = Ran.in(folder, Map.of(), "--scenario=rag-agent", "--api-url", "http://my_host:80", "--confirm");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--api-url: \"http://my_host:80\" has an underscore in its host");
    }

    private SSLContext untrusted() throws Exception {
        Path store = folder.resolve("untrusted.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void nothingIsCalledOrWrittenUnasked() throws Exception {
        try (HostStub host = CheckedShop.host()) {
            Ran dry = run(host, null, "--dry-run", "--confirm");
            assertThat(dry.exit()).as(dry.err()).isZero();
            assertThat(dry.out())
                    .contains("  dataset    none there: the default is made first, seed 42\n")
                    .contains("  index      POST /rag/index for each of 200 documents\n")
                    .contains("dry run: nothing has been written or called");
            Ran unconfirmed = run(host, null, "--json");
            assertThat(unconfirmed.exit()).isEqualTo(3);
            assertThat(unconfirmed.json().at("/error/code").asText()).isEqualTo("confirmation_needed");
            assertThat(unconfirmed.json().at("/error/remedy").asText())
                    .isEqualTo(
                            "this does it: ./forge --scenario rag-agent --api-url " + host.url() + " --json --confirm");
            Ran production = run(host, "production", "--confirm");
            assertThat(production.exit()).isEqualTo(3);
            assertThat(production.err()).contains("--scenario rag-agent writes, and APP_ENV is \"production\"");
            assertThat(host.requests()).isZero();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void theDatasetIsTheDatabasesOwn() throws Exception {
        try (HostStub host = CheckedShop.host()) {
            assertThat(Ran.in(folder, CheckedShop.SMALL, "--full-new", "--confirm")
                            .exit())
                    .isZero();
            Ran other = run(host, null, "--seed", "7", "--confirm");
            assertThat(other.exit()).isEqualTo(2);
            assertThat(other.err()).contains("forge: --seed: is 7, and the dataset in ", " has been made from 42; ");
            assertThat(run(host, null, "--seed", "42", "--dry-run").out()).contains("the one on record, seed 42");

            assertThat(Ran.in(folder, "protect").exit()).isZero();
            Ran marked = run(host, null, "--confirm");
            assertThat(marked.exit()).isEqualTo(3);
            assertThat(marked.err()).contains("is marked as production", "nothing has been indexed");
            assertThat(host.requests()).isZero();
        }
    }

    private Ran run(HostStub host, @Nullable String appEnv, String... more) {
        Map<String, String> environment = new LinkedHashMap<>(CheckedShop.environment(CheckedShop.TOKEN));
        if (appEnv != null) {
            environment.put("APP_ENV", appEnv);
        }
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"--scenario", "rag-agent", "--api-url", host.url()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.in(folder, environment, arguments);
    }
}
