package cn.jinshan.chronicle.bench;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The same server without anything of ours: it hands out one body to everybody. */
final class BareServer extends Handler.Abstract {

    private final ByteBuffer body;

    private BareServer(byte[] body) {
        this.body = ByteBuffer.wrap(body).asReadOnlyBuffer();
    }

    /** @param arguments the port, and the file of the body */
    public static void main(String... arguments) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new BareServer(Files.readAllBytes(Path.of(arguments[1]))));
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        for (int header = 0; header < 14; header++) {
            response.getHeaders().add("X-Header-" + header, "as many as a page of ours has");
        }
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.write(true, body.slice(), callback);
        return true;
    }
}
