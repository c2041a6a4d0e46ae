<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AuditText</name>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <comment>state and reason</comment>
        <translation>Zustand: %1 (%2)</translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation>In die Warteschlange aufgenommen</translation>
    </message>
    <message>
        <source>Library opened</source>
        <translation>Bibliothek geöffnet</translation>
    </message>
    <message>
        <source>Looked at the image and the destination</source>
        <translation>Abbild und Ziel wurden geprüft</translation>
    </message>
    <message>
        <source>Scratch volume created</source>
        <translation>Arbeitsvolume angelegt</translation>
    </message>
    <message>
        <source>Image stored in the library</source>
        <translation>Abbild in der Bibliothek gespeichert</translation>
    </message>
    <message>
        <source>Disk written</source>
        <translation>Datenträger geschrieben</translation>
    </message>
    <message>
        <source>Scratch destroyed (steps done: %1)</source>
        <translation>Arbeitsvolume vernichtet: %1 Schritte erledigt</translation>
    </message>
    <message>
        <source>Scratch destruction: %1 of %2 steps failed</source>
        <translation>Arbeitsvolume vernichtet: %1 von %2 Schritten fehlgeschlagen</translation>
    </message>
    <message>
        <source>Looked again (checks: %1): nothing is left</source>
        <translation>Nachgeprüft: %1 Prüfungen fanden keine Reste</translation>
    </message>
    <message>
        <source>Looked again: %1 of %2 checks found something left</source>
        <translation>Nachgeprüft: %1 von %2 Prüfungen fanden Reste</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Tasks Are Under Way</source>
        <translation>Aufgaben laufen noch</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>%n Aufgabe läuft noch.</numerusform>
            <numerusform>%n Aufgaben laufen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window: the icon in the tray brings it back.</source>
        <translation>Sie können ohne das Fenster weiterlaufen: Das Symbol im Infobereich holt es zurück.</translation>
    </message>
    <message>
        <source>Paused, they keep what has arrived, and go on when you resume them.</source>
        <translation>Pausiert behalten sie, was angekommen ist, und machen weiter, wenn Sie sie fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Go On in the Tray</source>
        <translation>Im &amp;Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Pause and Quit</source>
        <translation>&amp;Pausieren und beenden</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Nicht schließen</translation>
    </message>
</context>
<context>
    <name>DeleteImages</name>
    <message>
        <source>This cannot be undone. Nobody else may work with the library meanwhile.</source>
        <translation>Das lässt sich nicht rückgängig machen. Niemand sonst darf währenddessen mit der Bibliothek arbeiten.</translation>
    </message>
    <message>
        <source>What it frees cannot be told: %1</source>
        <translation>Was es freigibt, lässt sich nicht sagen: %1</translation>
    </message>
    <message>
        <source>It frees up to %1; some of that may be needed by what cannot be read. The space is given back by the next "restic prune" of the library.</source>
        <translation>Es gibt bis zu %1 frei; einen Teil davon braucht vielleicht, was sich nicht lesen lässt. Der Platz wird beim nächsten „restic prune“ der Bibliothek frei.</translation>
    </message>
    <message>
        <source>It frees %1, which nothing else in the library uses. The space is given back by the next "restic prune" of the library.</source>
        <translation>Es gibt %1 frei, die sonst nichts in der Bibliothek braucht. Der Platz wird beim nächsten „restic prune“ der Bibliothek frei.</translation>
    </message>
    <message>
        <source>Delete Images</source>
        <translation>Abbilder löschen</translation>
    </message>
    <message>
        <source>Delete "%1" from the library?</source>
        <translation>„%1“ aus der Bibliothek löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) from the library?</source>
        <translation>
            <numerusform>%n Abbild aus der Bibliothek löschen?</numerusform>
            <numerusform>%n Abbilder aus der Bibliothek löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding out what it frees...</source>
        <translation>Es wird ermittelt, was es freigibt...</translation>
    </message>
    <message>
        <source>&amp;Delete for Good</source>
        <translation>End&amp;gültig löschen</translation>
    </message>
</context>
<context>
    <name>DropPlan</name>
    <message>
        <source>Import %1 - encrypted before it leaves this computer</source>
        <translation>%1 importieren – verschlüsselt, bevor es diesen Computer verlässt</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more - encrypted before they leave this computer</source>
        <translation>
            <numerusform>%1 und %n weitere Datei importieren – verschlüsselt, bevor sie diesen Computer verlassen</numerusform>
            <numerusform>%1 und %n weitere Dateien importieren – verschlüsselt, bevor sie diesen Computer verlassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1 into %2 - encrypted before it leaves this computer</source>
        <translation>%1 in %2 importieren – verschlüsselt, bevor es diesen Computer verlässt</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more into %2 - encrypted before they leave this computer</source>
        <translation>
            <numerusform>%1 und %n weitere Datei in %2 importieren – verschlüsselt, bevor sie diesen Computer verlassen</numerusform>
            <numerusform>%1 und %n weitere Dateien in %2 importieren – verschlüsselt, bevor sie diesen Computer verlassen</numerusform>
        </translation>
    </message>
    <message>
        <source>it is on another computer (%1)</source>
        <translation>liegt auf einem anderen Computer (%1)</translation>
    </message>
    <message>
        <source>Download it first, then import the file.</source>
        <translation>Laden Sie sie zuerst herunter und importieren Sie dann die Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Nothing of this can be imported</source>
        <translation>Nichts davon kann importiert werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file and reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere Datei</numerusform>
            <numerusform>und %n weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 to Amazon EC2 - it must read the image: TLS on the wire, KMS at rest</source>
        <translation>%1 zu Amazon EC2 senden - der Dienst muss das Abbild lesen: TLS bei der Übertragung, KMS am Ablageort</translation>
    </message>
    <message numerus="yes">
        <source>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</source>
        <translation>
            <numerusform>%1 und %n weiteres zu Amazon EC2 senden - der Dienst muss die Abbilder lesen: TLS bei der Übertragung, KMS am Ablageort</numerusform>
            <numerusform>%1 und %n weitere zu Amazon EC2 senden - der Dienst muss die Abbilder lesen: TLS bei der Übertragung, KMS am Ablageort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Free some space there, then press Retry.</source>
        <translation>Schaffen Sie dort Platz und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Check the connection, then press Retry: what has arrived is not sent again.</source>
        <translation>Prüfen Sie die Verbindung und drücken Sie dann „Wiederholen“: Was angekommen ist, wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Check who may read and write there, then press Retry.</source>
        <translation>Prüfen Sie, wer dort lesen und schreiben darf, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Unlock the library, then press Retry.</source>
        <translation>Entsperren Sie die Bibliothek und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Make sure that nothing writes to the image (a running machine, say), then press Retry.</source>
        <translation>Stellen Sie sicher, dass nichts in das Abbild schreibt (etwa eine laufende Maschine), und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Check that the disk or share is connected, then press Retry.</source>
        <translation>Prüfen Sie, ob der Datenträger oder die Freigabe verbunden ist, und drücken Sie dann „Wiederholen“.</translation>
    </message>
    <message>
        <source>Press Retry: the cleanup is done again first.</source>
        <translation>Drücken Sie „Wiederholen“: Zuerst wird noch einmal aufgeräumt.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>A value does not fit</source>
        <translation>Ein Wert passt nicht</translation>
    </message>
    <message>
        <source>Something is not there</source>
        <translation>Etwas ist nicht vorhanden</translation>
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation>Dieser Name ist bereits vergeben</translation>
    </message>
    <message>
        <source>Access was denied</source>
        <translation>Der Zugriff wurde verweigert</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Lesen oder Schreiben ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>Die Daten sind beschädigt</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>Dies wird nicht unterstützt</translation>
    </message>
    <message>
        <source>Refused, because it is not safe to open</source>
        <translation>Abgelehnt, weil das Öffnen nicht sicher ist</translation>
    </message>
    <message>
        <source>Something speaks against this transfer</source>
        <translation>Etwas spricht gegen diese Übertragung</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>Das Passwort ist falsch</translation>
    </message>
    <message>
        <source>It is locked, or in use</source>
        <translation>Gesperrt oder in Benutzung</translation>
    </message>
    <message>
        <source>The image changed while it was read</source>
        <translation>Das Abbild wurde während des Lesens geändert</translation>
    </message>
    <message>
        <source>It is larger than is allowed</source>
        <translation>Größer als erlaubt</translation>
    </message>
    <message>
        <source>A program that is needed is missing</source>
        <translation>Ein benötigtes Programm fehlt</translation>
    </message>
    <message>
        <source>A helper program failed</source>
        <translation>Ein Hilfsprogramm ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>Die Verbindung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation>Es kam keine Antwort innerhalb der Frist</translation>
    </message>
    <message>
        <source>The cleanup could not be confirmed</source>
        <translation>Das Aufräumen konnte nicht bestätigt werden</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Sealift hat einen Fehler gemacht</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>Hyper-V, generation 2 (UEFI)</source>
        <translation>Hyper-V, Generation 2 (UEFI)</translation>
    </message>
    <message>
        <source>Hyper-V, generation 1 (BIOS)</source>
        <translation>Hyper-V, Generation 1 (BIOS)</translation>
    </message>
    <message>
        <source>Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk</source>
        <translation>In den Datenspeicher hochladen, dann: vmkfstools -i disk.vmdk -d thin new.vmdk</translation>
    </message>
    <message>
        <source>Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</source>
        <translation>Zuerst dynamisch wachsend machen: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</translation>
    </message>
    <message>
        <source>Disks over 2040 GiB need VHDX, which generation 1 can use as well.</source>
        <translation>Datenträger über 2040 GiB brauchen VHDX, das auch Generation 1 nutzen kann.</translation>
    </message>
    <message>
        <source>Upload it as a page blob, for example with azcopy.</source>
        <translation>Als Seitenblob hochladen, zum Beispiel mit azcopy.</translation>
    </message>
    <message>
        <source>XenServer and XCP-ng import VHD, dynamic, too.</source>
        <translation>Auch XenServer und XCP-ng importieren VHD (dynamisch).</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>dynamisch wachsend</translation>
    </message>
    <message>
        <source>fixed size</source>
        <translation>feste Größe</translation>
    </message>
    <message>
        <source>stream-optimized</source>
        <translation>streamoptimiert</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>nicht komprimiert</translation>
    </message>
    <message>
        <source>compressed (zlib)</source>
        <translation>komprimiert (zlib)</translation>
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation>komprimiert (zstd)</translation>
    </message>
</context>
<context>
    <name>ForgetLibrary</name>
    <message>
        <source>Forget Library</source>
        <translation>Bibliothek vergessen</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>„%1“ aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are. Its password is removed from the keyring: make sure that you know it.</source>
        <translation>Ihre Dateien in %1 bleiben, wie sie sind. Ihr Passwort wird aus dem Schlüsselbund entfernt: Vergewissern Sie sich, dass Sie es kennen.</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are, and it can be opened again there with its password.</source>
        <translation>Ihre Dateien in %1 bleiben, wie sie sind, und die Bibliothek kann dort mit ihrem Passwort wieder geöffnet werden.</translation>
    </message>
    <message>
        <source>&amp;Forget It, Keep Its Files</source>
        <translation>&amp;Vergessen, Dateien behalten</translation>
    </message>
</context>
<context>
    <name>Guarantee</name>
    <message>
        <source>encrypted with the library's key</source>
        <translation>mit dem Schlüssel der Bibliothek verschlüsselt</translation>
    </message>
    <message>
        <source>TLS on top</source>
        <translation>zusätzlich TLS</translation>
    </message>
    <message>
        <source>encrypted; the store never sees plaintext or the key</source>
        <translation>verschlüsselt; dort sind weder Klartext noch Schlüssel je zu sehen</translation>
    </message>
    <message>
        <source>no: the service itself must read the image</source>
        <translation>nein: Der Dienst selbst muss das Abbild lesen</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2</source>
        <translation>TLS &gt;= 1.2</translation>
    </message>
    <message>
        <source>encrypted by the account's KMS key or the store (staging: SSE-KMS, or SSE-S3; result: encrypted snapshot/AMI)</source>
        <translation>verschlüsselt mit dem KMS-Schlüssel des Kontos oder durch den Speicher (Zwischenstation: SSE-KMS oder SSE-S3; Ergebnis: verschlüsselter Snapshot/verschlüsseltes AMI)</translation>
    </message>
    <message>
        <source>only if an encrypted export is chosen</source>
        <translation>nur wenn ein verschlüsselter Export gewählt ist</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no wire</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>as chosen; plaintext needs an explicit confirmation</source>
        <translation>wie gewählt; Klartext erfordert eine ausdrückliche Bestätigung</translation>
    </message>
</context>
<context>
    <name>ImportPurpose</name>
    <message>
        <source>Not decided yet</source>
        <translation>Noch nicht entschieden</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>%1: %2</source>
        <comment>product, what would go wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>being looked at...</source>
        <translation>wird geprüft...</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>New version: the library has an image of this name</source>
        <translation>Neue Version: Die Bibliothek enthält ein Abbild dieses Namens</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>looking at the disk...</source>
        <translation>der Datenträger wird angesehen...</translation>
    </message>
    <message>
        <source>Not looked at closely: %1</source>
        <translation>Nicht genauer angesehen: %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>unlocking</source>
        <translation>wird entsperrt</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and number of images</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Abbild</numerusform>
            <numerusform>%n Abbilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Recovery Passphrase</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>The recovery passphrase was not confirmed.</source>
        <translation>Der Wiederherstellungsschlüssel wurde nicht bestätigt.</translation>
    </message>
    <message>
        <source>The library is made and can be used with its password. If that gets lost and you have no copy of the passphrase, everything in the library is lost.</source>
        <translation>Die Bibliothek ist angelegt und kann mit ihrem Passwort benutzt werden. Geht es verloren und Sie haben keine Kopie des Wiederherstellungsschlüssels, ist alles in der Bibliothek verloren.</translation>
    </message>
    <message>
        <source>&amp;Discard the Passphrase</source>
        <translation>Schlüssel &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Back to the Passphrase</source>
        <translation>&amp;Zurück zum Schlüssel</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Scratch volume</source>
        <translation>Arbeitsvolume</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Used at most</source>
        <translation>Höchste Belegung</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Datenträgergröße</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>SHA-256 of the disk</source>
        <translation>SHA-256 des Datenträgers</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Cleanup, attempt %1</source>
        <translation>Aufräumen, Versuch %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Protokolleinträge</translation>
    </message>
    <message>
        <source>Hash of the entries</source>
        <translation>Hash der Einträge</translation>
    </message>
    <message>
        <source>Nothing of this task is left in scratch: that was done, looked at again, and signed.</source>
        <translation>Von dieser Aufgabe ist im Arbeitsbereich nichts übrig: Das Aufräumen wurde ausgeführt, nachgeprüft und signiert.</translation>
    </message>
    <message>
        <source>It could not be confirmed that nothing of this task is left in scratch.</source>
        <translation>Es konnte nicht bestätigt werden, dass von dieser Aufgabe im Arbeitsbereich nichts übrig ist.</translation>
    </message>
    <message>
        <source>Signed by the key</source>
        <translation>Signiert mit dem Schlüssel</translation>
    </message>
    <message>
        <source>Receipt of a cleanup</source>
        <translation>Beleg über ein Aufräumen</translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>#</source>
        <comment>position in the queue</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left</comment>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Arbeitsvolume</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>The order in which tasks run. Drag rows to change it.</source>
        <translation>Die Reihenfolge, in der Aufgaben laufen. Ziehen Sie Zeilen, um sie zu ändern.</translation>
    </message>
    <message>
        <source>The image that is moved.</source>
        <translation>Das Abbild, das übertragen wird.</translation>
    </message>
    <message>
        <source>Import into a library, or export out of one.</source>
        <translation>Import in eine Bibliothek oder Export aus einer.</translation>
    </message>
    <message>
        <source>Where the data goes.</source>
        <translation>Wohin die Daten gehen.</translation>
    </message>
    <message>
        <source>What the task is doing.</source>
        <translation>Was die Aufgabe gerade tut.</translation>
    </message>
    <message>
        <source>How much of the image has been processed; in the end, what became of it.</source>
        <translation>Wie viel vom Abbild verarbeitet ist; am Ende, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>How fast it goes, over the last three seconds.</source>
        <translation>Wie schnell es geht, gemessen über die letzten drei Sekunden.</translation>
    </message>
    <message>
        <source>How long it will take, as soon as that can be told.</source>
        <translation>Wie lange es noch dauert, sobald sich das sagen lässt.</translation>
    </message>
    <message>
        <source>The size of the disks inside the image.</source>
        <translation>Die Größe der Datenträger im Abbild.</translation>
    </message>
    <message>
        <source>How the data is protected where it goes.</source>
        <translation>Wie die Daten am Ziel geschützt sind.</translation>
    </message>
    <message>
        <source>The task's encrypted scratch volume: its state, and how much of its quota is used.</source>
        <translation>Das verschlüsselte Arbeitsvolume der Aufgabe: sein Zustand und wie viel seines Kontingents belegt ist.</translation>
    </message>
    <message>
        <source>Whether nothing of the task is left in scratch: destroyed, looked at again, and confirmed.</source>
        <translation>Ob im Arbeitsbereich nichts von der Aufgabe übrig ist: vernichtet, nachgeprüft und bestätigt.</translation>
    </message>
    <message>
        <source>When the task was added.</source>
        <translation>Wann die Aufgabe hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>When the task ended.</source>
        <translation>Wann die Aufgabe endete.</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>the cleanup was not confirmed</source>
        <translation>das Aufräumen wurde nicht bestätigt</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>übrig: %1</translation>
    </message>
    <message>
        <source>%1 - %2 stored</source>
        <translation>%1 – %2 gespeichert</translation>
    </message>
    <message>
        <source>%1 - %2 written</source>
        <translation>%1 – %2 geschrieben</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no rate</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>none</source>
        <comment>scratch</comment>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>used / quota</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>destination</comment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>encryption %1</source>
        <translation>Verschlüsselung: %1</translation>
    </message>
    <message>
        <source>scratch %1</source>
        <translation>Arbeitsvolume: %1</translation>
    </message>
    <message>
        <source>cleanup %1</source>
        <translation>Aufräumen: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Arbeitsvolume</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>%1 - all of it is sound</source>
        <translation>%1 – alles ist in Ordnung</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>library</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>Vorprüfung</translation>
    </message>
    <message>
        <source>transferring</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>finalizing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Helper files removed</source>
        <translation>Hilfsdateien entfernt</translation>
    </message>
    <message>
        <source>Servers stopped</source>
        <translation>Server beendet</translation>
    </message>
    <message>
        <source>Key erased</source>
        <translation>Schlüssel gelöscht</translation>
    </message>
    <message>
        <source>Content freed on the disk</source>
        <translation>Inhalt auf dem Datenträger freigegeben</translation>
    </message>
    <message>
        <source>Volume removed</source>
        <translation>Volume entfernt</translation>
    </message>
    <message>
        <source>Sockets removed</source>
        <translation>Sockets entfernt</translation>
    </message>
    <message>
        <source>Folder removed</source>
        <translation>Ordner entfernt</translation>
    </message>
    <message>
        <source>Removal written to the disk</source>
        <translation>Entfernen auf den Datenträger geschrieben</translation>
    </message>
    <message>
        <source>Volume is gone</source>
        <translation>Volume ist weg</translation>
    </message>
    <message>
        <source>Folder is gone</source>
        <translation>Ordner ist weg</translation>
    </message>
    <message>
        <source>No open file is left</source>
        <translation>Keine offene Datei übrig</translation>
    </message>
    <message>
        <source>No process is left</source>
        <translation>Kein Prozess übrig</translation>
    </message>
    <message>
        <source>No socket is left</source>
        <translation>Kein Socket übrig</translation>
    </message>
    <message>
        <source>No mount is left</source>
        <translation>Keine Einhängung übrig</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>wird pausiert</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>creating</source>
        <comment>scratch</comment>
        <translation>wird angelegt</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>scratch</comment>
        <translation>bereit</translation>
    </message>
    <message>
        <source>in use</source>
        <comment>scratch</comment>
        <translation>in Benutzung</translation>
    </message>
    <message>
        <source>destroying</source>
        <comment>scratch</comment>
        <translation>wird vernichtet</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>scratch</comment>
        <translation>vernichtet</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>scratch</comment>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>left over</source>
        <comment>scratch</comment>
        <translation>übrig geblieben</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>scratch</comment>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>confirmed</source>
        <comment>cleanup</comment>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <comment>cleanup</comment>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>cleanup</comment>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>traces left</source>
        <translation>Spuren übrig</translation>
    </message>
    <message>
        <source>none: a plain file, which anybody can read</source>
        <translation>keine: eine unverschlüsselte Datei, die jeder lesen kann</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES, before it leaves memory</source>
        <translation>AES-256-CTR mit Poly1305-AES, bevor es den Arbeitsspeicher verlässt</translation>
    </message>
    <message>
        <source>The image was not changed. What is stored already is kept: a retry goes on from there.</source>
        <translation>Das Abbild wurde nicht verändert. Was schon gespeichert ist, bleibt erhalten: Ein neuer Versuch macht dort weiter.</translation>
    </message>
    <message>
        <source>The library was not changed, and no half-written file is left under the final name.</source>
        <translation>Die Bibliothek wurde nicht verändert, und unter dem endgültigen Namen bleibt keine halb geschriebene Datei zurück.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>What is left is encrypted, by a key that was never anywhere but in memory.</source>
        <translation>Was übrig ist, ist verschlüsselt, mit einem Schlüssel, der nie anderswo als im Arbeitsspeicher war.</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES; decrypted in memory only</source>
        <translation>AES-256-CTR mit Poly1305-AES; nur im Arbeitsspeicher entschlüsselt</translation>
    </message>
    <message>
        <source>at EC2</source>
        <comment>encryption</comment>
        <translation>bei EC2</translation>
    </message>
    <message>
        <source>%1: sealed before it leaves memory, and opened only by whom it is for</source>
        <translation>%1: versiegelt, bevor es den Arbeitsspeicher verlässt; nur der Empfänger kann es öffnen</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2 on the wire, a KMS key at rest; EC2 itself must read the image</source>
        <translation>TLS &gt;= 1.2 bei der Übertragung, ein KMS-Schlüssel am Ablageort; EC2 selbst muss das Abbild lesen</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1/s</source>
        <comment>a rate</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>sealift::BandwidthSwitch</name>
    <message>
        <source>How much bandwidth all transfers together may take</source>
        <translation>Wie viel Bandbreite alle Übertragungen zusammen belegen dürfen</translation>
    </message>
    <message>
        <source>No Limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Limit: %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Limit: %1, by the schedule</source>
        <translation>Grenze: %1, nach Zeitplan</translation>
    </message>
</context>
<context>
    <name>sealift::BucketFields</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>das, das die AWS-Werkzeuge nähmen</translation>
    </message>
    <message>
        <source>A profile of AWS's configuration files. Keys are never asked for here: they come from there, the environment, or the instance.</source>
        <translation>Ein Profil der AWS-Konfigurationsdateien. Nach Schlüsseln wird hier nie gefragt: Sie kommen von dort, aus der Umgebung oder von der Instanz.</translation>
    </message>
    <message>
        <source>what the service says</source>
        <translation>was der Dienst sagt</translation>
    </message>
    <message>
        <source>the system's certificates</source>
        <translation>die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>Choos&amp;e...</source>
        <translation>Ausw&amp;ählen...</translation>
    </message>
    <message>
        <source>Choose the file with certificates</source>
        <translation>Die Datei mit Zertifikaten auswählen</translation>
    </message>
    <message>
        <source>P&amp;rofile:</source>
        <translation>P&amp;rofil:</translation>
    </message>
    <message>
        <source>Re&amp;gion:</source>
        <translation>Re&amp;gion:</translation>
    </message>
    <message>
        <source>Certificates to Trust</source>
        <translation>Vertrauenswürdige Zertifikate</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Certi&amp;ficates:</source>
        <translation>Zerti&amp;fikate:</translation>
    </message>
</context>
<context>
    <name>sealift::CheckList</name>
    <message>
        <source>Checks of the cleanup</source>
        <translation>Prüfungen des Aufräumens</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check and result</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sealift::Desktop</name>
    <message>
        <source>The list of libraries</source>
        <translation>Die Liste der Bibliotheken</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>Die Einstellungen</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>Ein Dienst</translation>
    </message>
    <message>
        <source>Locked by itself</source>
        <translation>Von selbst gesperrt</translation>
    </message>
    <message>
        <source>Their keys are no longer in memory: %1</source>
        <translation>Ihre Schlüssel sind nicht mehr im Arbeitsspeicher: %1</translation>
    </message>
    <message>
        <source>The rules about texts</source>
        <translation>Die Regeln über Texte</translation>
    </message>
</context>
<context>
    <name>sealift::DestinationPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>New Library...</source>
        <translation>Neue Bibliothek...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>Einen Ort anlegen, an dem Abbilder verschlüsselt aufbewahrt werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>library and state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list</source>
        <translation>
            <numerusform>%n in der Liste</numerusform>
            <numerusform>%n in der Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import into This Library...</source>
        <translation>In diese Bibliothek &amp;importieren...</translation>
    </message>
    <message>
        <source>&amp;Export from This Library...</source>
        <translation>Aus dieser Bibliothek &amp;exportieren...</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>En&amp;tsperren...</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Forget...</source>
        <translation>&amp;Vergessen...</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>&amp;Neue Bibliothek...</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>Bibliothek ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Forget Library</source>
        <translation>Bibliothek vergessen</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>„%1“ aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>Its images stay where they are. Its password is taken from this computer's keyring: make sure that you know it, or have its recovery sheet.</source>
        <translation>Die Abbilder der Bibliothek bleiben, wo sie sind. Ihr Passwort wird aus dem Schlüsselbund dieses Computers entfernt: Vergewissern Sie sich, dass Sie es kennen oder das Wiederherstellungsblatt haben.</translation>
    </message>
    <message>
        <source>Forget Library and Password</source>
        <translation>Bibliothek und Passwort vergessen</translation>
    </message>
    <message>
        <source>Amazon EC2</source>
        <translation>Amazon EC2</translation>
    </message>
    <message>
        <source>images and snapshots</source>
        <translation>Abbilder und Snapshots</translation>
    </message>
    <message>
        <source>Send images to Amazon EC2, or fetch them from there</source>
        <translation>Abbilder zu Amazon EC2 senden oder von dort holen</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>Abbilder zu Amazon EC2 &amp;senden...</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>Aus Amazon EC2 &amp;importieren...</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>Aus Amazon EC2 &amp;exportieren...</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
</context>
<context>
    <name>sealift::DetailPane</name>
    <message>
        <source>Details of the task</source>
        <translation>Details der Aufgabe</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Scratch Volume</source>
        <translation>Arbeitsvolume</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Vorprüfung</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are chosen.</source>
        <translation>
            <numerusform>%n Aufgabe ist ausgewählt.</numerusform>
            <numerusform>%n Aufgaben sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a task to see its details.</source>
        <translation>Wählen Sie eine Aufgabe aus, um ihre Details zu sehen.</translation>
    </message>
</context>
<context>
    <name>sealift::Dialogs</name>
    <message>
        <source>There is no sample image on this computer</source>
        <translation>Auf diesem Computer ist kein Beispielabbild</translation>
    </message>
    <message>
        <source>Import any disk image of yours instead.</source>
        <translation>Importieren Sie stattdessen ein beliebiges eigenes Datenträgerabbild.</translation>
    </message>
</context>
<context>
    <name>sealift::DropOverlay</name>
    <message>
        <source>Drop zone</source>
        <translation>Ablagebereich</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2AccountForm</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>das, das die AWS-Werkzeuge nähmen</translation>
    </message>
    <message>
        <source>Amazon EC2 is being asked.</source>
        <translation>Amazon EC2 wird gefragt.</translation>
    </message>
    <message>
        <source>As %1, account %2, in %3. Credentials: %4</source>
        <translation>Als %1, Konto %2, in %3. Zugangsdaten: %4</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2Destination</name>
    <message>
        <source>Block by block, without a bucket</source>
        <translation>Block für Block, ohne Bucket</translation>
    </message>
    <message>
        <source>Through a bucket, by VM Import/Export</source>
        <translation>Über einen Bucket, mit VM Import/Export</translation>
    </message>
    <message>
        <source>by the store (SSE-S3)</source>
        <translation>durch den Speicherdienst (SSE-S3)</translation>
    </message>
    <message>
        <source>by a KMS key (SSE-KMS)</source>
        <translation>mit einem KMS-Schlüssel (SSE-KMS)</translation>
    </message>
    <message>
        <source>the account's key for EBS</source>
        <translation>der Schlüssel des Kontos für EBS</translation>
    </message>
    <message>
        <source>The ARN or id of a key. What comes of the import is always encrypted.</source>
        <translation>ARN oder Kennung eines Schlüssels. Das Ergebnis des Imports ist immer verschlüsselt.</translation>
    </message>
    <message>
        <source>as the disk shows</source>
        <translation>wie der Datenträger zeigt</translation>
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation>&amp;Weg:</translation>
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation>&amp;Bucket:</translation>
    </message>
    <message>
        <source>Encr&amp;yption there:</source>
        <translation>&amp;Verschlüsselung dort:</translation>
    </message>
    <message>
        <source>&amp;KMS key:</source>
        <translation>&amp;KMS-Schlüssel:</translation>
    </message>
    <message>
        <source>Pro&amp;cessor:</source>
        <translation>Pr&amp;ozessor:</translation>
    </message>
    <message>
        <source>The disks lie there encrypted while EC2 reads them, and are removed again.</source>
        <translation>Dort liegen die Datenträger verschlüsselt, während EC2 sie liest, und werden wieder entfernt.</translation>
    </message>
    <message>
        <source>Disks are removed from there again, and Sealift looks.</source>
        <translation>Die Datenträger werden dort wieder entfernt, und Sealift sieht nach.</translation>
    </message>
    <message>
        <source>Fir&amp;mware:</source>
        <translation>Fir&amp;mware:</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2ImportDialog</name>
    <message>
        <source>Import from Amazon EC2</source>
        <translation>Aus Amazon EC2 importieren</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>Dieses Konto hat in dieser Region weder Abbilder noch Snapshots.</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), read block by block; nothing is changed at EC2.</source>
        <translation>
            <numerusform>%n Datenträger, Block für Block gelesen; bei EC2 wird nichts geändert.</numerusform>
            <numerusform>%n Datenträger, Block für Block gelesen; bei EC2 wird nichts geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::Ec2OriginList</name>
    <message>
        <source>Images and snapshots at EC2</source>
        <translation>Abbilder und Snapshots bei EC2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>image (AMI)</source>
        <translation>Abbild (AMI)</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>KMS key</source>
        <translation>KMS-Schlüssel</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption at EC2</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sealift::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>sealift::EmptyPage</name>
    <message>
        <source>Drop disk images here, and they are kept encrypted in your library.</source>
        <translation>Ziehen Sie Datenträgerabbilder hierher; sie werden verschlüsselt in Ihrer Bibliothek aufbewahrt.</translation>
    </message>
    <message>
        <source>Import Images...</source>
        <translation>Abbilder importieren...</translation>
    </message>
    <message>
        <source>Try it with the sample image</source>
        <translation>Mit dem Beispielabbild ausprobieren</translation>
    </message>
    <message>
        <source>Imports the small bootable disk that comes with Sealift</source>
        <translation>Importiert den kleinen bootfähigen Datenträger, der mit Sealift geliefert wird</translation>
    </message>
</context>
<context>
    <name>sealift::ExistingLibraryPage</name>
    <message>
        <source>Where is the library?</source>
        <translation>Wo liegt die Bibliothek?</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>A folder that Sealift or restic made, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>Ein Ordner, den Sealift oder restic angelegt hat, auf diesem Computer, einem Laufwerk oder einer Freigabe; oder ein Ort in einem Bucket.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportEc2Page</name>
    <message>
        <source>Which disk at EC2?</source>
        <translation>Welcher Datenträger bei EC2?</translation>
    </message>
    <message>
        <source>Its blocks are read directly, also those of encrypted snapshots; nothing is changed at EC2.</source>
        <translation>Seine Blöcke werden direkt gelesen, auch die verschlüsselter Snapshots; bei EC2 wird nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>&amp;Datenträger:</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>Dieses Konto hat in dieser Region weder Abbilder noch Snapshots.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sealift::ExportImagePage</name>
    <message>
        <source>Which image?</source>
        <translation>Welches Abbild?</translation>
    </message>
    <message>
        <source>The image stays in the library; a copy of its disk is written.</source>
        <translation>Das Abbild bleibt in der Bibliothek; eine Kopie seines Datenträgers wird geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>&amp;Bibliothek:</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>&amp;Datenträger:</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>Es gibt noch keine Bibliothek: Legen Sie zuerst eine an oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>Unlock the library to see its images.</source>
        <translation>Entsperren Sie die Bibliothek, um ihre Abbilder zu sehen.</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>Die Bibliothek wird entsperrt.</translation>
    </message>
    <message>
        <source>There is no image in this library yet.</source>
        <translation>In dieser Bibliothek ist noch kein Abbild.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sealift::ExportLibraryPage</name>
    <message>
        <source>Which library?</source>
        <translation>Welche Bibliothek?</translation>
    </message>
    <message>
        <source>The image keeps its name, its disks and all that is known of it. What is there already is not sent.</source>
        <translation>Das Abbild behält Namen, Datenträger und alles, was von ihm bekannt ist. Was schon dort ist, wird nicht gesendet.</translation>
    </message>
    <message>
        <source>This is the library that the image is in. Choose another one.</source>
        <translation>In dieser Bibliothek ist das Abbild schon. Wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportPlacePage</name>
    <message>
        <source>The file appears when it is complete and checked, or not at all. Only you can read it.</source>
        <translation>Die Datei erscheint erst, wenn sie vollständig und geprüft ist, sonst gar nicht. Nur Sie können sie lesen.</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>A&amp;uswählen...</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>Export to File</source>
        <translation>In Datei exportieren</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Geben Sie eine Datei an.</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation>Dies ist ein Ordner. Ergänzen Sie den Dateinamen.</translation>
    </message>
    <message>
        <source>This is a device or the like. Sealift writes files only.</source>
        <translation>Dies ist ein Gerät oder Ähnliches. Sealift schreibt nur Dateien.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a folder outside it.</source>
        <translation>Dies liegt innerhalb der Bibliothek. Wählen Sie einen Ordner außerhalb.</translation>
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation>Sie dürfen in diesen Ordner nicht schreiben. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The disk is too full: up to %1 is needed, and %2 is free.</source>
        <translation>Der Datenträger ist zu voll: Bis zu %1 werden benötigt, %2 sind frei.</translation>
    </message>
    <message>
        <source>Up to %1 is needed, and %2 is free.</source>
        <translation>Bis zu %1 werden benötigt, %2 sind frei.</translation>
    </message>
    <message>
        <source>Up to %1 is needed.</source>
        <translation>Bis zu %1 werden benötigt.</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <source>A file on this computer, a drive or a share</source>
        <translation>Eine Datei auf diesem Computer, einem Laufwerk oder einer Freigabe</translation>
    </message>
    <message>
        <source>An object in a bucket of an S3 service</source>
        <translation>Ein Objekt in einem Bucket eines S3-Dienstes</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>Ar&amp;t:</translation>
    </message>
    <message>
        <source>The object appears when it is complete and checked, or not at all.</source>
        <translation>Das Objekt erscheint, wenn es vollständig und geprüft ist, oder gar nicht.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/NAME, or s3:REGION/BUCKET/NAME for Amazon S3</source>
        <translation>s3:https://HOST/BUCKET/NAME, oder s3:REGION/BUCKET/NAME für Amazon S3</translation>
    </message>
    <message>
        <source>Name the service, the bucket and the object.</source>
        <translation>Nennen Sie Dienst, Bucket und Objekt.</translation>
    </message>
    <message>
        <source>The address of an object begins with "s3:".</source>
        <translation>Die Adresse eines Objekts beginnt mit „s3:“.</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a place outside it.</source>
        <translation>Dies liegt innerhalb der Bibliothek. Wählen Sie einen Ort außerhalb.</translation>
    </message>
    <message>
        <source>The bucket answers. Up to %1 is sent.</source>
        <translation>Der Bucket antwortet. Bis zu %1 werden gesendet.</translation>
    </message>
    <message>
        <source>Re&amp;place "%1": what is in it now is lost</source>
        <translation>„%1“ er&amp;setzen: Der jetzige Inhalt geht verloren</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>Etwas mit diesem Namen gibt es schon.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportProtectionPage</name>
    <message>
        <source>How is the file protected?</source>
        <translation>Wie wird die Datei geschützt?</translation>
    </message>
    <message>
        <source>A plain file protects nothing</source>
        <translation>Eine unverschlüsselte Datei schützt nichts</translation>
    </message>
    <message>
        <source>Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of this computer open it; a copy elsewhere may be open to all.</source>
        <translation>Wer sie oder den Träger, auf dem sie war, in die Hände bekommt, kann alles auf dem Datenträger lesen: Dateien, Passwörter, Schlüssel. Späteres Löschen beseitigt das nicht. Ihre Zugriffsrechte lassen keinen anderen Benutzer dieses Computers an die Datei; eine Kopie anderswo kann allen offenstehen.</translation>
    </message>
    <message>
        <source>I &amp;understand that everybody who gets "%1" can read what is on this disk</source>
        <translation>Mir ist &amp;klar, dass jeder, der „%1“ erhält, den Inhalt dieses Datenträgers lesen kann</translation>
    </message>
    <message>
        <source>Sealed, it can be opened only by whom it is for: it is encrypted before it leaves memory.</source>
        <translation>Versiegelt kann sie nur öffnen, für wen sie bestimmt ist: Sie wird verschlüsselt, bevor sie den Arbeitsspeicher verlässt.</translation>
    </message>
    <message>
        <source>For the owners of certi&amp;ficates (CMS)</source>
        <translation>&amp;Für die Inhaber von Zertifikaten (CMS)</translation>
    </message>
    <message>
        <source>For recipients of &amp;age</source>
        <translation>Für Empfänger von &amp;age</translation>
    </message>
    <message>
        <source>&amp;With a passphrase, in the format of age</source>
        <translation>&amp;Mit einer Passphrase, im Format von age</translation>
    </message>
    <message>
        <source>As a &amp;LUKS volume with a passphrase, which QEMU opens: qcow2 and raw</source>
        <translation>Als &amp;LUKS-Volume mit einer Passphrase, das QEMU öffnet: qcow2 und raw</translation>
    </message>
    <message>
        <source>Pla&amp;in, as hypervisors need it: not encrypted any more</source>
        <translation>&amp;Unversiegelt, wie Hypervisoren es brauchen: nicht mehr verschlüsselt</translation>
    </message>
    <message>
        <source>The name will be %1.</source>
        <translation>Der Name wird %1 sein.</translation>
    </message>
    <message>
        <source>There is something called %1 already: go back, and choose another name.</source>
        <translation>Es gibt schon etwas namens %1: Gehen Sie zurück und wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Whoever may read the bucket, or gets hold of a copy, can read everything on the disk: files, passwords, keys. Deleting it later does not reach copies.</source>
        <translation>Wer den Bucket lesen darf oder eine Kopie in die Hände bekommt, kann alles auf dem Datenträger lesen: Dateien, Passwörter, Schlüssel. Späteres Löschen erreicht Kopien nicht.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportReviewPage</name>
    <message>
        <source>Is this right?</source>
        <translation>Ist das richtig?</translation>
    </message>
    <message>
        <source>The export becomes a task in the queue. Every piece is verified before it is written.</source>
        <translation>Der Export wird zu einer Aufgabe in der Warteschlange. Jedes Stück wird geprüft, bevor es geschrieben wird.</translation>
    </message>
    <message>
        <source>Export &amp;Unencrypted</source>
        <translation>&amp;Unverschlüsselt exportieren</translation>
    </message>
    <message>
        <source>Image:</source>
        <translation>Abbild:</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Für:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Protection:</source>
        <translation>Schutz:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Dauer:</translation>
    </message>
    <message>
        <source>%1, stored %2, in %3</source>
        <translation>%1, gespeichert am %2, in %3</translation>
    </message>
    <message>
        <source>a format of your choice</source>
        <translation>ein Format Ihrer Wahl</translation>
    </message>
    <message>
        <source>none: a plain disk image that everybody who gets it can read</source>
        <translation>keiner: ein unverschlüsseltes Datenträgerabbild, das jeder lesen kann, der es erhält</translation>
    </message>
    <message>
        <source>up to %1 in the file, for a disk of %2</source>
        <translation>bis zu %1 in der Datei, für einen Datenträger von %2</translation>
    </message>
    <message>
        <source>about %1, as fast as the slower of both disks</source>
        <translation>etwa %1, so schnell wie der langsamere der beiden Datenträger</translation>
    </message>
    <message numerus="yes">
        <source>OVA, OVF %1: %n disk(s); %2</source>
        <translation>
            <numerusform>OVA, OVF %1: %n Datenträger; %2</numerusform>
            <numerusform>OVA, OVF %1: %n Datenträger; %2</numerusform>
        </translation>
    </message>
    <message>
        <source>sealed (CMS), for the keys of %1</source>
        <translation>versiegelt (CMS), für die Schlüssel von %1</translation>
    </message>
    <message>
        <source>sealed (age), for %1</source>
        <translation>versiegelt (age), für %1</translation>
    </message>
    <message>
        <source>sealed (age), by a passphrase</source>
        <translation>versiegelt (age), mit einer Passphrase</translation>
    </message>
    <message>
        <source>a LUKS volume, opened by a passphrase</source>
        <translation>ein LUKS-Volume, das eine Passphrase öffnet</translation>
    </message>
    <message>
        <source>%1, straight out of EC2 in %2</source>
        <translation>%1, direkt aus EC2 in %2</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>library and its place</comment>
        <translation>%1, unter %2</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), without what is there already</source>
        <translation>
            <numerusform>%n Datenträger, ohne das, was schon dort ist</numerusform>
            <numerusform>%n Datenträger, ohne das, was schon dort ist</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>%1, in place of what is there</source>
        <translation>%1, anstelle dessen, was dort ist</translation>
    </message>
    <message>
        <source>&amp;Export Sealed</source>
        <translation>V&amp;ersiegelt exportieren</translation>
    </message>
</context>
<context>
    <name>sealift::ExportTargetPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>Wo wird es laufen?</translation>
    </message>
    <message>
        <source>That decides the format of the file.</source>
        <translation>Davon hängt das Format der Datei ab.</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Something else
Choose the format yourself, for example a raw device image</source>
        <translation>Etwas anderes
Wählen Sie das Format selbst, zum Beispiel ein rohes Geräteabbild</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <source>The details differ from what %1 is known to take.</source>
        <translation>Die Details weichen von dem ab, was %1 bekanntermaßen annimmt.</translation>
    </message>
    <message>
        <source>As an &amp;appliance (OVA): the whole machine, with all its disks</source>
        <translation>Als &amp;Appliance (OVA): die ganze Maschine mit allen Datenträgern</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>%n Datenträger</numerusform>
            <numerusform>%n Datenträger</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and the machine as its own description has it.</source>
        <translation>%1, und die Maschine so, wie ihre eigene Beschreibung sie nennt.</translation>
    </message>
    <message>
        <source>%1. The image came without a description of its machine: look at the details.</source>
        <translation>%1. Das Abbild kam ohne Beschreibung seiner Maschine: Sehen Sie die Einzelheiten an.</translation>
    </message>
    <message>
        <source>Nowhere yet: into another library
Encrypted with its key, with all disks and as it is stored</source>
        <translation>Noch nirgends: in eine andere Bibliothek
Mit deren Schlüssel verschlüsselt, mit allen Datenträgern und wie gespeichert</translation>
    </message>
</context>
<context>
    <name>sealift::ExportWizard</name>
    <message>
        <source>Export Image</source>
        <translation>Abbild exportieren</translation>
    </message>
    <message>
        <source>Export from Amazon EC2</source>
        <translation>Aus Amazon EC2 exportieren</translation>
    </message>
</context>
<context>
    <name>sealift::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sealift::FormatDetails</name>
    <message>
        <source>Round the disk's si&amp;ze up to whole MiB</source>
        <translation>&amp;Größe des Datenträgers auf ganze MiB aufrunden</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>Fo&amp;rmat:</translation>
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>Co&amp;mpression:</source>
        <translation>&amp;Komprimierung:</translation>
    </message>
    <message>
        <source>Bl&amp;ock size:</source>
        <translation>Bl&amp;ockgröße:</translation>
    </message>
    <message>
        <source>there is only one</source>
        <translation>es gibt nur eine</translation>
    </message>
    <message>
        <source>as suits the disk</source>
        <translation>passend zum Datenträger</translation>
    </message>
</context>
<context>
    <name>sealift::GuaranteeView</name>
    <message>
        <source>What is promised for this destination</source>
        <translation>Was für dieses Ziel zugesichert wird</translation>
    </message>
    <message>
        <source>Before sending</source>
        <translation>Vor dem Senden</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Bei der Übertragung</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>Am Ablageort</translation>
    </message>
</context>
<context>
    <name>sealift::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
</context>
<context>
    <name>sealift::ImageList</name>
    <message>
        <source>Search images</source>
        <translation>Abbilder suchen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Abbilder</translation>
    </message>
</context>
<context>
    <name>sealift::ImageModel</name>
    <message>
        <source>stored by restic</source>
        <translation>von restic gespeichert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Snapshot %1, stored by %2 on %3, %4</source>
        <translation>Schnappschuss %1, gespeichert von %2 auf %3, %4</translation>
    </message>
    <message>
        <source>Bytes that are neither empty nor zero. What is stored of them is compressed, and shared with other images.</source>
        <translation>Bytes, die weder leer noch null sind. Was davon gespeichert ist, ist komprimiert und wird mit anderen Abbildern geteilt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Datenträgergröße</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Came as</source>
        <translation>Quellformat</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>sealift::ImagesView</name>
    <message>
        <source>Nothing else in the library was changed.</source>
        <translation>Sonst wurde in der Bibliothek nichts verändert.</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importieren...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>E&amp;xportieren...</translation>
    </message>
    <message>
        <source>Edit &amp;Tags...</source>
        <translation>&amp;Tags bearbeiten...</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>&amp;Löschen...</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>&amp;Entsperren...</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>Its images can be listed once you have unlocked it.</source>
        <translation>Ihre Abbilder können aufgelistet werden, sobald Sie sie entsperrt haben.</translation>
    </message>
    <message>
        <source>%1 is being unlocked</source>
        <translation>%1 wird entsperrt</translation>
    </message>
    <message>
        <source>What is stored in it stays as it is.</source>
        <translation>Was darin gespeichert ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The images below can be read.</source>
        <translation>Die Abbilder unten können gelesen werden.</translation>
    </message>
    <message>
        <source>There is no image in %1 yet</source>
        <translation>In %1 ist noch kein Abbild</translation>
    </message>
    <message>
        <source>Import one: drop a disk image here, or choose Import.</source>
        <translation>Importieren Sie eines: Ziehen Sie ein Datenträgerabbild hierher oder wählen Sie „Importieren“.</translation>
    </message>
    <message>
        <source>Edit Tags</source>
        <translation>Tags bearbeiten</translation>
    </message>
    <message>
        <source>Tags of %1, with commas between them:</source>
        <translation>Tags von %1, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Reads all of the chosen images, and compares it with what was stored: a task each</source>
        <translation>Liest die gewählten Abbilder ganz und vergleicht sie mit dem, was gespeichert wurde: je eine Aufgabe</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>Umbe&amp;nennen...</translation>
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation>Ein Abbild braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name has no "/", and is not "." or "..".</source>
        <translation>Ein Name enthält kein „/“ und ist nicht „.“ oder „..“.</translation>
    </message>
    <message>
        <source>Rename Image</source>
        <translation>Abbild umbenennen</translation>
    </message>
    <message>
        <source>Name of %1:</source>
        <translation>Name von %1:</translation>
    </message>
</context>
<context>
    <name>sealift::ImportFindings</name>
    <message>
        <source>What was found in the image</source>
        <translation>Was im Abbild gefunden wurde</translation>
    </message>
    <message>
        <source>What was found in %1:</source>
        <translation>Was in %1 gefunden wurde:</translation>
    </message>
    <message>
        <source>Go on in spite of t&amp;his, and import it as it is</source>
        <translation>Trotzdem weitermachen und &amp;es so importieren, wie es ist</translation>
    </message>
</context>
<context>
    <name>sealift::ImportModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 needs a name.</source>
        <translation>%1 braucht einen Namen.</translation>
    </message>
    <message>
        <source>Two images would be named "%1". Give one of them another name.</source>
        <translation>Zwei Abbilder würden „%1“ heißen. Geben Sie einem davon einen anderen Namen.</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>Name in der Bibliothek</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Datenträgergröße</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name at EC2</source>
        <translation>Name bei EC2</translation>
    </message>
</context>
<context>
    <name>sealift::ImportOptions</name>
    <message>
        <source>Import &amp;straight away next time, where nothing is left to decide</source>
        <translation>Nächstes Mal &amp;sofort importieren, wenn nichts mehr zu entscheiden ist</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>Automatic: where it pays</source>
        <translation>Automatisch: wo es sich lohnt</translation>
    </message>
    <message>
        <source>Off: for data that is compressed already</source>
        <translation>Aus: für bereits komprimierte Daten</translation>
    </message>
    <message>
        <source>Maximum: smaller, and slower</source>
        <translation>Maximal: kleiner und langsamer</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Size of the files that the library stores. Larger ones suit slow stores and shares.</source>
        <translation>Größe der Dateien, die die Bibliothek speichert. Größere eignen sich für langsame Speicher und Freigaben.</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>&amp;Komprimierung:</translation>
    </message>
    <message>
        <source>&amp;Pack size:</source>
        <translation>&amp;Packgröße:</translation>
    </message>
</context>
<context>
    <name>sealift::ImportSheet</name>
    <message>
        <source>Import Images</source>
        <translation>Abbilder importieren</translation>
    </message>
    <message>
        <source>Images to import</source>
        <translation>Zu importierende Abbilder</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Encryption: always on</source>
        <translation>Verschlüsselung: immer an</translation>
    </message>
    <message>
        <source>Encrypted with the library's key in this computer's memory, before sending. At rest: encrypted; the store never sees plaintext or the key.</source>
        <translation>Vor dem Senden im Arbeitsspeicher dieses Computers mit dem Schlüssel der Bibliothek verschlüsselt. Am Ablageort: verschlüsselt; dort sind weder Klartext noch Schlüssel je zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Add Files...</source>
        <translation>Dateien &amp;hinzufügen...</translation>
    </message>
    <message>
        <source>Images to Import</source>
        <translation>Zu importierende Abbilder</translation>
    </message>
    <message>
        <source>Disk images (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;All files (*)</source>
        <translation>Datenträgerabbilder (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>%n Datei kann nicht importiert werden</numerusform>
            <numerusform>%n Dateien können nicht importiert werden</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are being looked at.</source>
        <translation>Die Dateien werden geprüft.</translation>
    </message>
    <message>
        <source>Add disk images: raw, qcow2, VMDK, VHD, VHDX or VDI.</source>
        <translation>Fügen Sie Datenträgerabbilder hinzu: raw, qcow2, VMDK, VHD, VHDX oder VDI.</translation>
    </message>
    <message>
        <source>None of the files can be imported.</source>
        <translation>Keine der Dateien kann importiert werden.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n image(s)</source>
        <translation>
            <numerusform>%n Abbild &amp;importieren</numerusform>
            <numerusform>%n Abbilder &amp;importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Path of %1</source>
        <translation>Pfad von %1</translation>
    </message>
    <message>
        <source>What is on the disks is being looked at. You need not wait for it.</source>
        <translation>Der Inhalt der Datenträger wird angesehen. Sie müssen nicht darauf warten.</translation>
    </message>
    <message>
        <source>A library</source>
        <translation>Eine Bibliothek</translation>
    </message>
    <message>
        <source>Amazon EC2, as an image (AMI)</source>
        <translation>Amazon EC2, als Abbild (AMI)</translation>
    </message>
    <message>
        <source>Amazon EBS, as a snapshot</source>
        <translation>Amazon EBS, als Snapshot</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>E&amp;ntfernen</translation>
    </message>
    <message>
        <source>&amp;Destination:</source>
        <translation>&amp;Ziel:</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryChoice</name>
    <message>
        <source>%1 (locked)</source>
        <translation>%1 (gesperrt)</translation>
    </message>
    <message>
        <source>%1 (being unlocked)</source>
        <translation>%1 (wird entsperrt)</translation>
    </message>
    <message>
        <source>%1 (cannot be reached)</source>
        <translation>%1 (nicht erreichbar)</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>&amp;Entsperren...</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryDestination</name>
    <message>
        <source>to find the images by, with commas between them; may be empty</source>
        <translation>zum Wiederfinden der Abbilder, durch Kommas getrennt; darf leer sein</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>&amp;Bibliothek:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Tags:</translation>
    </message>
    <message>
        <source>What would go wrong there is shown beside each image. It can be imported all the same.</source>
        <translation>Was dort misslingen würde, steht bei jedem Abbild. Importieren lässt es sich trotzdem.</translation>
    </message>
    <message>
        <source>To run o&amp;n:</source>
        <translation>Soll lau&amp;fen auf:</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>Es gibt noch keine Bibliothek: Legen Sie zuerst eine an oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>Unlock the library, so that images can be encrypted.</source>
        <translation>Entsperren Sie die Bibliothek, damit Abbilder verschlüsselt werden können.</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>Die Bibliothek wird entsperrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::LockForm</name>
    <message>
        <source>Also when the &amp;screen is locked, and before the computer sleeps</source>
        <translation>Auch, wenn der &amp;Bildschirm gesperrt wird, und bevor der Computer in den Ruhezustand geht</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> min without input</source>
        <translation> min ohne Eingabe</translation>
    </message>
    <message>
        <source>Go on, and their library is locked after them</source>
        <translation>Weiterlaufen; danach wird ihre Bibliothek gesperrt</translation>
    </message>
    <message>
        <source>Stop, until their library is unlocked</source>
        <translation>Anhalten, bis ihre Bibliothek entsperrt wird</translation>
    </message>
    <message>
        <source>Locking a library erases its key and its password from memory.</source>
        <translation>Wird eine Bibliothek gesperrt, werden ihr Schlüssel und ihr Passwort aus dem Arbeitsspeicher gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Lock libraries after:</source>
        <translation>Bibliotheken &amp;sperren nach:</translation>
    </message>
    <message>
        <source>Tasks &amp;under way:</source>
        <translation>&amp;Laufende Aufgaben:</translation>
    </message>
    <message>
        <source>Imports then go on where they were; exports begin anew.</source>
        <translation>Importe machen dann weiter, wo sie waren; Exporte beginnen von vorn.</translation>
    </message>
    <message>
        <source>Keys of running tasks stay in memory until then. Paused tasks are stopped.</source>
        <translation>Schlüssel laufender Aufgaben bleiben bis dahin im Arbeitsspeicher. Pausierte Aufgaben werden angehalten.</translation>
    </message>
</context>
<context>
    <name>sealift::LogModel</name>
    <message>
        <source>Entry %1 of the audit log: %2</source>
        <comment>number and content</comment>
        <translation>Eintrag %1 des Prüfprotokolls: %2</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>sealift::LogPage</name>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy the whole log as text</source>
        <translation>Das ganze Protokoll als Text kopieren</translation>
    </message>
</context>
<context>
    <name>sealift::MainWindow</name>
    <message>
        <source>Sealift</source>
        <translation>Sealift</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>About Sealift</source>
        <translation>Über Sealift</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Moves disk images of virtual machines between hypervisors and libraries that only you can read.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Überträgt Datenträgerabbilder virtueller Maschinen zwischen Hypervisoren und Bibliotheken, die nur Sie lesen können.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The list of tasks</source>
        <translation>Die Liste der Aufgaben</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Some of what was copied cannot be imported</source>
        <translation>Einiges vom Kopierten kann nicht importiert werden</translation>
    </message>
    <message>
        <source>There is no file to import in the clipboard</source>
        <translation>In der Zwischenablage ist keine Datei zum Importieren</translation>
    </message>
    <message>
        <source>Copy disk images in the file manager first.</source>
        <translation>Kopieren Sie zuerst Datenträgerabbilder in der Dateiverwaltung.</translation>
    </message>
</context>
<context>
    <name>sealift::MfaDialog</name>
    <message>
        <source>Code of the MFA Device</source>
        <translation>Code des MFA-Geräts</translation>
    </message>
    <message>
        <source>The profile wants the code that this device shows now:
%1</source>
        <translation>Das Profil verlangt den Code, den dieses Gerät jetzt anzeigt:
%1</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>&amp;Code:</translation>
    </message>
</context>
<context>
    <name>sealift::NewLibraryWizard</name>
    <message>
        <source>New Library</source>
        <translation>Neue Bibliothek</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>Im Schlüssel&amp;bund dieses Computers speichern</translation>
    </message>
    <message>
        <source>&amp;Generate a strong one</source>
        <translation>Ein starkes &amp;erzeugen</translation>
    </message>
    <message>
        <source>Fills in five random groups of letters and digits, and shows them</source>
        <translation>Trägt fünf zufällige Gruppen aus Buchstaben und Ziffern ein und zeigt sie an</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Once mo&amp;re:</source>
        <translation>W&amp;iederholen:</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Beide stimmen überein.</translation>
    </message>
    <message>
        <source>The same so far.</source>
        <translation>Bisher gleich.</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>Die beiden unterscheiden sich.</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordPage</name>
    <message>
        <source>Choose a password</source>
        <translation>Passwort wählen</translation>
    </message>
    <message>
        <source>Without it nobody reads the library: not whoever has the storage, and not you.</source>
        <translation>Ohne das Passwort liest niemand die Bibliothek: weder wer den Speicher hat noch Sie selbst.</translation>
    </message>
    <message>
        <source>&amp;Create With Weak Password</source>
        <translation>Mit schwachem Passwort an&amp;legen</translation>
    </message>
    <message>
        <source>&amp;Create Library</source>
        <translation>Bibliothek an&amp;legen</translation>
    </message>
    <message>
        <source>Making the library and its keys. This takes a few seconds.</source>
        <translation>Die Bibliothek und ihre Schlüssel werden angelegt. Das dauert einige Sekunden.</translation>
    </message>
</context>
<context>
    <name>sealift::NewPlacePage</name>
    <message>
        <source>Where will the library be?</source>
        <translation>Wo soll die Bibliothek liegen?</translation>
    </message>
    <message>
        <source>A library holds your images, encrypted. It is a folder, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>Eine Bibliothek enthält Ihre Images, verschlüsselt. Sie ist ein Ordner auf diesem Computer, einem Laufwerk oder einer Freigabe; oder ein Ort in einem Bucket.</translation>
    </message>
</context>
<context>
    <name>sealift::Notifier</name>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>To %1. Nothing is left in scratch.</source>
        <translation>Nach %1. Im Arbeitsbereich ist nichts übrig.</translation>
    </message>
    <message>
        <source>%1 left traces</source>
        <translation>%1 hat Spuren hinterlassen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>sealift::OpenLibraryDialog</name>
    <message>
        <source>Open Library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>A library is a folder or a place in a bucket that Sealift or restic made (repository format 1 or 2).</source>
        <translation>Eine Bibliothek ist ein Ordner oder ein Ort in einem Bucket, den Sealift oder restic angelegt hat (Repository-Format 1 oder 2).</translation>
    </message>
</context>
<context>
    <name>sealift::OvaDetails</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n Prozessor</numerusform>
            <numerusform>%n Prozessoren</numerusform>
        </translation>
    </message>
    <message>
        <source>processors as described, else %1</source>
        <translation>Prozessoren wie beschrieben, sonst %1</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>memory as described, else %1</source>
        <translation>Arbeitsspeicher wie beschrieben, sonst %1</translation>
    </message>
    <message>
        <source>firmware as described, else BIOS</source>
        <translation>Firmware wie beschrieben, sonst BIOS</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>&amp;Processors:</source>
        <translation>&amp;Prozessoren:</translation>
    </message>
    <message>
        <source>Memor&amp;y:</source>
        <translation>&amp;Arbeitsspeicher:</translation>
    </message>
    <message>
        <source>Firm&amp;ware:</source>
        <translation>Firm&amp;ware:</translation>
    </message>
</context>
<context>
    <name>sealift::OverviewPage</name>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Datenträgergröße</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Bereits bekannt</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Traces of this task are left</source>
        <translation>Spuren dieser Aufgabe sind übrig</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
</context>
<context>
    <name>sealift::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort anzeigen</translation>
    </message>
</context>
<context>
    <name>sealift::PlaceForm</name>
    <message>
        <source>C&amp;hoose...</source>
        <translation>A&amp;uswählen...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Den Ordner auswählen</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Folder for the Library</source>
        <translation>Ordner für die Bibliothek</translation>
    </message>
    <message>
        <source>Open Library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>There is a library in this folder already. Open it instead.</source>
        <translation>In diesem Ordner ist bereits eine Bibliothek. Öffnen Sie stattdessen diese.</translation>
    </message>
    <message>
        <source>This is a file. A library needs a folder of its own.</source>
        <translation>Dies ist eine Datei. Eine Bibliothek braucht einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>This folder is not empty. Add the name of a new folder inside it, or choose an empty one.</source>
        <translation>Dieser Ordner ist nicht leer. Ergänzen Sie den Namen eines neuen Ordners darin oder wählen Sie einen leeren.</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>Sie dürfen dort nicht schreiben. Wählen Sie einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The library can be made here.</source>
        <translation>Die Bibliothek kann hier angelegt werden.</translation>
    </message>
    <message>
        <source>Only %1 is free there, which is little for disk images.</source>
        <translation>Dort sind nur %1 frei; das ist wenig für Datenträgerabbilder.</translation>
    </message>
    <message>
        <source>A new folder will be made. %1 is free there.</source>
        <translation>Ein neuer Ordner wird angelegt. Dort sind %1 frei.</translation>
    </message>
    <message>
        <source>This folder is empty. %1 is free there.</source>
        <translation>Dieser Ordner ist leer. Dort sind %1 frei.</translation>
    </message>
    <message>
        <source>There is no such folder. Is the drive or the share that it is on connected?</source>
        <translation>Diesen Ordner gibt es nicht. Ist das Laufwerk oder die Freigabe, auf der er liegt, verbunden?</translation>
    </message>
    <message>
        <source>This is no library: a library's folder holds a file named "config".</source>
        <translation>Dies ist keine Bibliothek: Der Ordner einer Bibliothek enthält eine Datei namens „config“.</translation>
    </message>
    <message>
        <source>This library can be read, but not written: exports work, imports do not.</source>
        <translation>Diese Bibliothek kann gelesen, aber nicht geschrieben werden: Exporte gehen, Importe nicht.</translation>
    </message>
    <message>
        <source>There is a library in this folder.</source>
        <translation>In diesem Ordner ist eine Bibliothek.</translation>
    </message>
    <message>
        <source>Folder on this computer, a drive or a share</source>
        <translation>Ordner auf diesem Computer, einem Laufwerk oder einer Freigabe</translation>
    </message>
    <message>
        <source>Bucket of an S3 service</source>
        <translation>Bucket eines S3-Dienstes</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>Ar&amp;t:</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/FOLDER, or s3:REGION/BUCKET/FOLDER for Amazon S3</source>
        <translation>s3:https://HOST/BUCKET/ORDNER, oder s3:REGION/BUCKET/ORDNER für Amazon S3</translation>
    </message>
    <message>
        <source>An address of a bucket begins with "s3:".</source>
        <translation>Die Adresse eines Buckets beginnt mit „s3:“.</translation>
    </message>
    <message>
        <source>Asking the service...</source>
        <translation>Der Dienst wird gefragt...</translation>
    </message>
    <message>
        <source>The bucket answers, and this place in it is empty.</source>
        <translation>Der Bucket antwortet, und dieser Ort darin ist leer.</translation>
    </message>
    <message>
        <source>There are other objects at this place. Add the name of a new folder to the address.</source>
        <translation>An diesem Ort liegen andere Objekte. Hängen Sie den Namen eines neuen Ordners an die Adresse an.</translation>
    </message>
    <message>
        <source>The bucket answers, but there is no library at this place in it.</source>
        <translation>Der Bucket antwortet, aber an diesem Ort darin ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>There is a library at this place already. Open it instead.</source>
        <translation>An dieser Stelle gibt es schon eine Bibliothek. Öffnen Sie sie stattdessen.</translation>
    </message>
    <message>
        <source>There is a library at this place in the bucket.</source>
        <translation>An dieser Stelle im Bucket gibt es eine Bibliothek.</translation>
    </message>
</context>
<context>
    <name>sealift::PreflightPage</name>
    <message>
        <source>Before anything is transferred Sealift looks at the image and the destination: whether the image is what it says and safe to open, and whether there is room for it.</source>
        <translation>Bevor etwas übertragen wird, prüft Sealift das Abbild und das Ziel: ob das Abbild das ist, was es zu sein vorgibt, und sich sicher öffnen lässt, und ob genug Platz dafür ist.</translation>
    </message>
    <message>
        <source>Looking at the image and the destination...</source>
        <translation>Das Abbild und das Ziel werden geprüft...</translation>
    </message>
    <message>
        <source>Nothing was found that speaks against this transfer.</source>
        <translation>Es wurde nichts gefunden, was gegen diese Übertragung spricht.</translation>
    </message>
</context>
<context>
    <name>sealift::QueuePage</name>
    <message>
        <source>No task fits the search.</source>
        <translation>Keine Aufgabe passt zur Suche.</translation>
    </message>
    <message>
        <source>Show All Tasks</source>
        <translation>Alle Aufgaben anzeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>sealift::ReceiptPage</name>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Verify Again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Read the receipt again and verify its signature</source>
        <translation>Den Beleg noch einmal lesen und seine Signatur prüfen</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Keep the receipt: the signed file, or a page to read or print</source>
        <translation>Bewahren Sie den Beleg auf: als signierte Datei oder als Seite zum Lesen oder Drucken</translation>
    </message>
    <message>
        <source>Signed File (&amp;JSON)...</source>
        <translation>Signierte Datei (&amp;JSON)...</translation>
    </message>
    <message>
        <source>&amp;PDF...</source>
        <translation>&amp;PDF...</translation>
    </message>
    <message>
        <source>&amp;HTML...</source>
        <translation>&amp;HTML...</translation>
    </message>
    <message>
        <source>There is no receipt yet</source>
        <translation>Es gibt noch keinen Beleg</translation>
    </message>
    <message>
        <source>It is made and signed when the task's scratch is gone.</source>
        <translation>Er wird ausgestellt und signiert, sobald das Arbeitsvolume der Aufgabe verschwunden ist.</translation>
    </message>
    <message>
        <source>The receipt is not valid</source>
        <translation>Der Beleg ist nicht gültig</translation>
    </message>
    <message>
        <source>Signed by this installation's key, and unchanged since.</source>
        <translation>Mit dem Schlüssel dieser Installation signiert und seither unverändert.</translation>
    </message>
    <message>
        <source>Unchanged since it was signed, by a key that is not this installation's.</source>
        <translation>Unverändert seit der Signierung, aber mit einem Schlüssel, der nicht der dieser Installation ist.</translation>
    </message>
    <message>
        <source>Valid, and the cleanup is confirmed</source>
        <translation>Gültig, und das Aufräumen ist bestätigt</translation>
    </message>
    <message>
        <source>Valid, but the cleanup is not confirmed</source>
        <translation>Gültig, aber das Aufräumen ist nicht bestätigt</translation>
    </message>
    <message>
        <source>Signed receipt (*.json)</source>
        <translation>Signierter Beleg (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Save Receipt</source>
        <translation>Beleg speichern</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryPage</name>
    <message>
        <source>Keep the recovery passphrase</source>
        <translation>Wiederherstellungsschlüssel aufbewahren</translation>
    </message>
    <message>
        <source>A second password, for the day when the first one is lost. It is shown this one time.</source>
        <translation>Ein zweites Passwort für den Tag, an dem das erste verloren ist. Es wird nur dieses eine Mal angezeigt.</translation>
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this computer.</source>
        <translation>Drucken Sie es aus oder schreiben Sie es auf, und bewahren Sie es nicht bei diesem Computer auf.</translation>
    </message>
</context>
<context>
    <name>sealift::RecoverySheets</name>
    <message>
        <source>Whoever has this passphrase and the library's files can read everything in it. Keep it away from this computer. It opens the library in place of the password, in Sealift and in restic.</source>
        <translation>Wer diesen Schlüssel und die Dateien der Bibliothek hat, kann alles darin lesen. Bewahren Sie ihn nicht bei diesem Computer auf. Er öffnet die Bibliothek anstelle des Passworts, in Sealift und in restic.</translation>
    </message>
    <message>
        <source>Sealift recovery sheet

Library: %1
Place: %2
Made: %3

Recovery passphrase:

    %4

%5
</source>
        <translation>Sealift-Wiederherstellungsblatt

Bibliothek: %1
Ort: %2
Angelegt: %3

Wiederherstellungsschlüssel:

    %4

%5
</translation>
    </message>
    <message>
        <source>Sealift recovery sheet</source>
        <translation>Sealift-Wiederherstellungsblatt</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Recovery passphrase:</source>
        <translation>Wiederherstellungsschlüssel:</translation>
    </message>
    <message>
        <source>Print Recovery Sheet</source>
        <translation>Wiederherstellungsblatt drucken</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryView</name>
    <message>
        <source>Recovery passphrase</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Drucken...</translation>
    </message>
    <message>
        <source>Save as P&amp;DF...</source>
        <translation>Als &amp;PDF speichern...</translation>
    </message>
    <message>
        <source>Save as &amp;Text...</source>
        <translation>Als &amp;Text speichern...</translation>
    </message>
    <message>
        <source>To make sure that you have it, type two of its groups from your copy:</source>
        <translation>Damit sicher ist, dass Sie ihn haben, geben Sie zwei seiner Gruppen von Ihrer Kopie ein:</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
        <source>Saved as %1. Move it to another place: whoever finds it beside the library can open it.</source>
        <translation>Gespeichert als %1. Bringen Sie die Datei an einen anderen Ort: Wer sie neben der Bibliothek findet, kann diese öffnen.</translation>
    </message>
    <message>
        <source>Group number %1:</source>
        <translation>Gruppe Nummer %1:</translation>
    </message>
    <message>
        <source>Right. It is not shown again after this.</source>
        <translation>Richtig. Er wird danach nicht mehr angezeigt.</translation>
    </message>
    <message>
        <source>Group %1 does not match.</source>
        <translation>Gruppe %1 lautet anders.</translation>
    </message>
    <message>
        <source>Neither group matches.</source>
        <translation>Beide Gruppen lauten anders.</translation>
    </message>
    <message>
        <source>Save Recovery Sheet</source>
        <translation>Wiederherstellungsblatt speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>sealift::SamplePage</name>
    <message>
        <source>&amp;Import the sample image, to see how it goes</source>
        <translation>Das Beispielabbild &amp;importieren, um zu sehen, wie es geht</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>The library is open. Drop disk images onto the window to import them.</source>
        <translation>Die Bibliothek ist geöffnet. Ziehen Sie Datenträgerabbilder auf das Fenster, um sie zu importieren.</translation>
    </message>
</context>
<context>
    <name>sealift::ScheduleForm</name>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Samstag und Sonntag</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <comment>days, hours, limit</comment>
        <translation>%1, %2 bis %3: %4</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Hours with a limit of their own</source>
        <translation>Stunden mit eigener Grenze</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>Add &amp;Hours</source>
        <translation>Stunden &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation>&amp;Tage:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>&amp;Bis:</translation>
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation>&amp;Grenze:</translation>
    </message>
    <message>
        <source>At or before the beginning it is of the next day</source>
        <translation>Liegt es nicht nach dem Beginn, gilt es für den nächsten Tag</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchForm</name>
    <message>
        <source> GiB a task</source>
        <translation> GiB je Aufgabe</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>A&amp;uswählen...</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>&amp;Höchstens:</translation>
    </message>
    <message>
        <source>Folder for Scratch Volumes</source>
        <translation>Ordner für Arbeitsvolumes</translation>
    </message>
    <message>
        <source>Scratch volumes need a folder of their own.</source>
        <translation>Arbeitsvolumes brauchen einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>Sie dürfen dort nicht schreiben. Wählen Sie einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>%1 is free there.</source>
        <translation>Dort sind %1 frei.</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchGauge</name>
    <message>
        <source>Scratch space in use</source>
        <translation>Belegung des Arbeitsvolumes</translation>
    </message>
    <message>
        <source>%1 used, peak %2, of %3</source>
        <translation>%1 belegt, höchstens %2, von %3</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>quota %1</source>
        <translation>Kontingent %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 of the quota free</source>
        <translation>%1 des Kontingents frei</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchPage</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>AES-256-XTS, its key in memory only</source>
        <translation>AES-256-XTS, Schlüssel nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>In the end, however it ends, Sealift erases the key, deletes the volume, and looks again:</source>
        <translation>Am Ende, wie auch immer es ausgeht, löscht Sealift den Schlüssel, entfernt das Volume und prüft nach:</translation>
    </message>
    <message>
        <source>Sealift looked again, and not all was gone:</source>
        <translation>Sealift hat nachgeprüft, und nicht alles war weg:</translation>
    </message>
    <message>
        <source>Sealift erased the key, deleted the volume, and looked again:</source>
        <translation>Sealift hat den Schlüssel gelöscht, das Volume entfernt und nachgeprüft:</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchSummary</name>
    <message>
        <source>Encrypted scratch volumes of tasks; each is destroyed when its task ends</source>
        <translation>Verschlüsselte Arbeitsvolumes der Aufgaben; jedes wird vernichtet, wenn seine Aufgabe endet</translation>
    </message>
    <message>
        <source>Scratch: %1 in use</source>
        <translation>Arbeitsvolumes: %1 belegt</translation>
    </message>
    <message>
        <source>Scratch: none in use</source>
        <translation>Arbeitsvolumes: keine in Benutzung</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left traces</source>
        <translation>
            <numerusform>%n Aufgabe hat Spuren hinterlassen</numerusform>
            <numerusform>%n Aufgaben haben Spuren hinterlassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), all encrypted</source>
        <translation>
            <numerusform>%n Volume, verschlüsselt</numerusform>
            <numerusform>%n Volumes, alle verschlüsselt</numerusform>
        </translation>
    </message>
    <message>
        <source>all gone, confirmed</source>
        <translation>alle verschwunden, bestätigt</translation>
    </message>
</context>
<context>
    <name>sealift::SealForm</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>A&amp;dd Certificates...</source>
        <translation>Zertifikate &amp;hinzufügen...</translation>
    </message>
    <message>
        <source>age1..., one a line</source>
        <translation>age1..., einer je Zeile</translation>
    </message>
    <message>
        <source>&amp;Recipients:</source>
        <translation>Empfänge&amp;r:</translation>
    </message>
    <message>
        <source>Certificates to Seal For</source>
        <translation>Zertifikate, für die versiegelt wird</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add the certificate of each person who is to open the file.</source>
        <translation>Fügen Sie das Zertifikat jeder Person hinzu, die die Datei öffnen soll.</translation>
    </message>
    <message>
        <source>Enter the recipient of each person who is to open the file.</source>
        <translation>Geben Sie den Empfänger jeder Person ein, die die Datei öffnen soll.</translation>
    </message>
    <message>
        <source>Being looked at.</source>
        <translation>Wird geprüft.</translation>
    </message>
    <message>
        <source>Nobody can open the file without it, and Sealift does not keep it: write it down.</source>
        <translation>Ohne sie kann niemand die Datei öffnen, und Sealift bewahrt sie nicht auf: Notieren Sie sie.</translation>
    </message>
    <message>
        <source>Whoever has the file can try as many as they like.</source>
        <translation>Wer die Datei hat, kann beliebig viele durchprobieren.</translation>
    </message>
    <message>
        <source>Only the keys of these certificates open it: %1</source>
        <translation>Nur die Schlüssel dieser Zertifikate öffnen sie: %1</translation>
    </message>
    <message numerus="yes">
        <source>Only the keys of %n recipient(s) open it.</source>
        <translation>
            <numerusform>Nur der Schlüssel von %n Empfänger öffnet sie.</numerusform>
            <numerusform>Nur die Schlüssel von %n Empfängern öffnen sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::SearchBar</name>
    <message>
        <source>Search tasks</source>
        <translation>Aufgaben suchen</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>Welche Aufgaben angezeigt werden</translation>
    </message>
    <message>
        <source>Show only tasks in some states</source>
        <translation>Nur Aufgaben in bestimmten Zuständen anzeigen</translation>
    </message>
    <message>
        <source>Words in a task's name or destination</source>
        <translation>Wörter im Namen oder Ziel einer Aufgabe</translation>
    </message>
</context>
<context>
    <name>sealift::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>sealift::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Import &amp;straight away where nothing is left to decide</source>
        <translation>&amp;Sofort importieren, wenn nichts mehr zu entscheiden ist</translation>
    </message>
    <message>
        <source>Offer to &amp;remember passwords in the keyring of this computer</source>
        <translation>Anbieten, &amp;Passwörter im Schlüsselbund dieses Computers zu speichern</translation>
    </message>
    <message>
        <source>When a task has &amp;completed</source>
        <translation>Wenn eine Aufgabe &amp;abgeschlossen ist</translation>
    </message>
    <message>
        <source>When a task &amp;failed, or its cleanup could not be confirmed</source>
        <translation>Wenn eine Aufgabe &amp;fehlgeschlagen ist oder ihr Aufräumen nicht bestätigt werden konnte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Scratch Volumes</source>
        <translation>Arbeitsvolumes</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>Sp&amp;rache:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Design:</translation>
    </message>
    <message>
        <source>E&amp;xports are for:</source>
        <translation>E&amp;xporte sind für:</translation>
    </message>
    <message>
        <source>Passwords that are there now will be removed from the keyring.</source>
        <translation>Dort vorhandene Passwörter werden aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>Tasks at &amp;once:</source>
        <translation>&amp;Gleichzeitige Aufgaben:</translation>
    </message>
    <message>
        <source>&amp;Bandwidth of all together:</source>
        <translation>Gesamt&amp;bandbreite:</translation>
    </message>
    <message>
        <source>Notify me:</source>
        <translation>Benachrichtigen:</translation>
    </message>
    <message>
        <source>What must rest on the way of a task lies in an encrypted volume of its own. Its key is in memory only, and it is destroyed when the task ends. Used from the next start on.</source>
        <translation>Was eine Aufgabe unterwegs zwischenspeichern muss, liegt in einem eigenen verschlüsselten Volume. Dessen Schlüssel ist nur im Arbeitsspeicher, und das Volume wird vernichtet, wenn die Aufgabe endet. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Other limits at certain hours; of those that overlap the upper one counts. The limit that holds is in the status bar.</source>
        <translation>Andere Grenzen zu bestimmten Stunden; von denen, die sich überschneiden, zählt die obere. Die geltende Grenze steht in der Statusleiste.</translation>
    </message>
</context>
<context>
    <name>sealift::ShortcutForm</name>
    <message>
        <source>&amp;No Keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>&amp;As Usual</source>
        <translation>&amp;Wie üblich</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>Tasten der gewählten Aktion</translation>
    </message>
    <message>
        <source>&amp;Press the keys:</source>
        <translation>&amp;Tasten drücken:</translation>
    </message>
    <message>
        <source>"%1" and "%2" have the same keys: %3.</source>
        <translation>„%1“ und „%2“ haben dieselben Tasten: %3.</translation>
    </message>
</context>
<context>
    <name>sealift::StateTimeline</name>
    <message>
        <source>States of the scratch volume</source>
        <translation>Zustände des Arbeitsvolumes</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1: noch nicht</translation>
    </message>
</context>
<context>
    <name>sealift::StatusLine</name>
    <message>
        <source>encrypted end to end, TLS on top</source>
        <translation>Ende-zu-Ende-verschlüsselt, zusätzlich TLS</translation>
    </message>
    <message>
        <source>encrypted end to end</source>
        <translation>Ende-zu-Ende-verschlüsselt</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n pausiert</numerusform>
            <numerusform>%n pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n eingereiht</numerusform>
            <numerusform>%n eingereiht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Keine Aufgaben</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>rate of imports</comment>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <comment>rate of exports</comment>
        <translation>Export %1</translation>
    </message>
    <message>
        <source>Scratch %1</source>
        <translation>Arbeitsvolume: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) not encrypted</source>
        <translation>
            <numerusform>%n Export nicht verschlüsselt</numerusform>
            <numerusform>%n Exporte nicht verschlüsselt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to EC2, which must read the image: TLS, KMS at rest</source>
        <translation>
            <numerusform>%n zu EC2, das das Abbild lesen muss: TLS, am Ablageort KMS</numerusform>
            <numerusform>%n zu EC2, das die Abbilder lesen muss: TLS, am Ablageort KMS</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest %1</source>
        <comment>encrypted end to end</comment>
        <translation>das Übrige %1</translation>
    </message>
    <message>
        <source>What goes into a library is encrypted before it leaves this computer's memory, and a sealed export, too. A plain export is not encrypted; what goes to EC2 is encrypted on the wire and at rest, but not before.</source>
        <translation>Was in eine Bibliothek geht, wird verschlüsselt, bevor es den Arbeitsspeicher dieses Computers verlässt, ein versiegelter Export ebenso. Ein unversiegelter Export ist nicht verschlüsselt; was zu EC2 geht, ist bei der Übertragung und am Ablageort verschlüsselt, vorher nicht.</translation>
    </message>
</context>
<context>
    <name>sealift::StrengthMeter</name>
    <message>
        <source>Weak: found within days</source>
        <translation>Schwach: in wenigen Tagen gefunden</translation>
    </message>
    <message>
        <source>Fair: holds against one person</source>
        <translation>Mäßig: hält einer Einzelperson stand</translation>
    </message>
    <message>
        <source>Good: holds against many machines</source>
        <translation>Gut: hält vielen Rechnern stand</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Password strength</source>
        <translation>Passwortstärke</translation>
    </message>
</context>
<context>
    <name>sealift::SuspendInhibitor</name>
    <message>
        <source>Disk images are being transferred</source>
        <translation>Datenträgerabbilder werden übertragen</translation>
    </message>
</context>
<context>
    <name>sealift::TaskActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Halt the chosen tasks; they keep what they have done</source>
        <translation>Die ausgewählten Aufgaben anhalten; sie behalten, was sie erledigt haben</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the chosen tasks</source>
        <translation>Die ausgewählten Aufgaben fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>End the chosen tasks and clean up after them</source>
        <translation>Die ausgewählten Aufgaben beenden und hinter ihnen aufräumen</translation>
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Run the chosen tasks again; what has arrived counts</source>
        <translation>Die ausgewählten Aufgaben noch einmal ausführen; was angekommen ist, zählt</translation>
    </message>
    <message>
        <source>Move to &amp;Top</source>
        <translation>An den &amp;Anfang</translation>
    </message>
    <message>
        <source>Run the chosen tasks next</source>
        <translation>Die ausgewählten Aufgaben als Nächstes ausführen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Run the chosen tasks earlier</source>
        <translation>Die ausgewählten Aufgaben früher ausführen</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Run the chosen tasks later</source>
        <translation>Die ausgewählten Aufgaben später ausführen</translation>
    </message>
    <message>
        <source>Move to &amp;Bottom</source>
        <translation>Ans &amp;Ende</translation>
    </message>
    <message>
        <source>Run the chosen tasks last</source>
        <translation>Die ausgewählten Aufgaben zuletzt ausführen</translation>
    </message>
    <message>
        <source>&amp;Open Receipt</source>
        <translation>&amp;Beleg öffnen</translation>
    </message>
    <message>
        <source>Show the signed receipt of the cleanup</source>
        <translation>Den signierten Beleg des Aufräumens anzeigen</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Im Or&amp;dner anzeigen</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>Den Ordner öffnen, in dem die Datei liegt</translation>
    </message>
    <message>
        <source>Cop&amp;y Details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy all that is known of the chosen tasks as text</source>
        <translation>Alles, was über die ausgewählten Aufgaben bekannt ist, als Text kopieren</translation>
    </message>
    <message>
        <source>Re&amp;move from List</source>
        <translation>Aus &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>Take ended tasks from the list; receipts and images stay</source>
        <translation>Beendete Aufgaben aus der Liste nehmen; Belege und Abbilder bleiben</translation>
    </message>
    <message>
        <source>Pause &amp;All</source>
        <translation>Alle pau&amp;sieren</translation>
    </message>
    <message>
        <source>Halt every task</source>
        <translation>Jede Aufgabe anhalten</translation>
    </message>
    <message>
        <source>Resume A&amp;ll</source>
        <translation>Alle for&amp;tsetzen</translation>
    </message>
    <message>
        <source>Go on with every task</source>
        <translation>Jede Aufgabe fortsetzen</translation>
    </message>
</context>
<context>
    <name>sealift::TaskView</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Imports and exports that run, wait or have ended</source>
        <translation>Importe und Exporte, die laufen, warten oder beendet sind</translation>
    </message>
    <message>
        <source>Sort in the Order of the Queue</source>
        <translation>Nach der Warteschlange sortieren</translation>
    </message>
</context>
<context>
    <name>sealift::TextNote</name>
    <message>
        <source>a secret</source>
        <translation>ein Geheimnis</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>personenbezogene Daten</translation>
    </message>
    <message>
        <source>an address of a network</source>
        <translation>eine Netzwerkadresse</translation>
    </message>
    <message>
        <source>It would be kept in the journal, the audit log and receipts, where others may read it.</source>
        <translation>Es stünde im Journal, im Prüfprotokoll und in Belegen, wo andere es lesen können.</translation>
    </message>
    <message>
        <source>It would be kept and passed on with the journal, the audit log and receipts.</source>
        <translation>Sie würden mit Journal, Prüfprotokoll und Belegen aufbewahrt und weitergegeben.</translation>
    </message>
    <message>
        <source>In logs it would tell others how the network is laid out.</source>
        <translation>In Protokollen verriete sie anderen, wie das Netz aufgebaut ist.</translation>
    </message>
    <message>
        <source>Take What Is Offered</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Keep it: I have looked at it, and it is no secret</source>
        <translation>Behalten: Ich habe es geprüft, es ist kein Geheimnis</translation>
    </message>
    <message>
        <source>This seems to hold %1 (%2).</source>
        <comment>a secret, in detail</comment>
        <translation>Dies scheint %1 zu enthalten (%2).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Better: %1</source>
        <translation>Besser: %1</translation>
    </message>
    <message>
        <source>Texts of this form are never kept.</source>
        <translation>Texte dieser Form werden nie aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>sealift::ThroughputChart</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Es wurde noch nichts gemessen.</translation>
    </message>
    <message>
        <source>Peak %1, latest %2.</source>
        <translation>Höchstens %1, zuletzt %2.</translation>
    </message>
    <message>
        <source>Shown while the image is transferred</source>
        <translation>Wird während der Übertragung des Abbilds angezeigt</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
</context>
<context>
    <name>sealift::Tray</name>
    <message>
        <source>&amp;Show Sealift</source>
        <translation>&amp;Sealift anzeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Sealift: nothing is under way</source>
        <translation>Sealift: Es läuft nichts</translation>
    </message>
    <message>
        <source>Sealift: %1 %, %2</source>
        <comment>per cent and rate</comment>
        <translation>Sealift: %1 %, %2</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockDialog</name>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>The library "%1" is in %2.

Its key stays in this computer's memory until you lock it or quit.</source>
        <translation>Die Bibliothek „%1“ liegt in %2.

Ihr Schlüssel bleibt im Arbeitsspeicher dieses Computers, bis Sie sie sperren oder Sealift beenden.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>Im Schlüssel&amp;bund dieses Computers speichern</translation>
    </message>
    <message>
        <source>Password or recovery passphrase</source>
        <translation>Passwort oder Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Deriving the key. This takes about a second, on purpose.</source>
        <translation>Der Schlüssel wird abgeleitet. Das dauert etwa eine Sekunde, mit Absicht.</translation>
    </message>
    <message>
        <source>This looks like a recovery passphrase with a typing mistake. Compare it with the printed one, group by group.</source>
        <translation>Dies sieht nach einem Wiederherstellungsschlüssel mit Tippfehler aus. Vergleichen Sie ihn Gruppe für Gruppe mit dem gedruckten.</translation>
    </message>
    <message>
        <source>This password does not open the library. Nothing was changed.</source>
        <translation>Dieses Passwort öffnet die Bibliothek nicht. Es wurde nichts verändert.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomePage</name>
    <message>
        <source>&amp;Make a new library</source>
        <translation>Eine &amp;neue Bibliothek anlegen</translation>
    </message>
    <message>
        <source>&amp;Open a library that exists already, made by Sealift or restic</source>
        <translation>Eine vorhandene Bibliothek ö&amp;ffnen, die mit Sealift oder restic angelegt wurde</translation>
    </message>
    <message>
        <source>Welcome to Sealift</source>
        <translation>Willkommen bei Sealift</translation>
    </message>
    <message>
        <source>Disk images of virtual machines: in, encrypted; out, for any hypervisor.</source>
        <translation>Datenträgerabbilder virtueller Maschinen: verschlüsselt hinein, für jeden Hypervisor wieder heraus.</translation>
    </message>
    <message>
        <source>Images live in a library, where everything is encrypted before it leaves this computer's memory. Only its passwords open it.</source>
        <translation>Abbilder liegen in einer Bibliothek, in der alles verschlüsselt wird, bevor es den Arbeitsspeicher dieses Computers verlässt. Nur ihre Passwörter öffnen sie.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeScratchPage</name>
    <message>
        <source>Room to work</source>
        <translation>Platz zum Arbeiten</translation>
    </message>
    <message>
        <source>What must rest on the way lies in an encrypted volume that is destroyed when its task ends.</source>
        <translation>Was unterwegs zwischengespeichert werden muss, liegt in einem verschlüsselten Volume, das vernichtet wird, wenn seine Aufgabe endet.</translation>
    </message>
    <message>
        <source>A disk of this computer serves best. The usual place is fine for most people.</source>
        <translation>Am besten eignet sich ein Datenträger dieses Computers. Der übliche Ort passt für die meisten.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeWizard</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Weiter &gt;</translation>
    </message>
</context>
<context>
    <name>sealift::WindowActions</name>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importieren...</translation>
    </message>
    <message>
        <source>Bring disk images into a library</source>
        <translation>Datenträgerabbilder in eine Bibliothek bringen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Einfü&amp;gen</translation>
    </message>
    <message>
        <source>Import the files that were copied in the file manager</source>
        <translation>Die in der Dateiverwaltung kopierten Dateien importieren</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>E&amp;xportieren...</translation>
    </message>
    <message>
        <source>Write an image of a library to a file</source>
        <translation>Ein Abbild einer Bibliothek in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>&amp;Neue Bibliothek...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>Einen Ort anlegen, an dem Abbilder verschlüsselt aufbewahrt werden</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>Bibliothek ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Use a library that is there already</source>
        <translation>Eine bereits vorhandene Bibliothek benutzen</translation>
    </message>
    <message>
        <source>&amp;Unlock Library...</source>
        <translation>Bibliothek en&amp;tsperren...</translation>
    </message>
    <message>
        <source>Enter the password of the chosen library</source>
        <translation>Das Passwort der ausgewählten Bibliothek eingeben</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>Change how Sealift works</source>
        <translation>Die Arbeitsweise von Sealift ändern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>End Sealift</source>
        <translation>Sealift beenden</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Aufgaben</translation>
    </message>
    <message>
        <source>Show what runs, waits and has ended</source>
        <translation>Anzeigen, was läuft, wartet und beendet ist</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>A&amp;bbilder</translation>
    </message>
    <message>
        <source>Show the images of a library</source>
        <translation>Die Abbilder einer Bibliothek anzeigen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show the chosen task in detail</source>
        <translation>Die ausgewählte Aufgabe im Detail anzeigen</translation>
    </message>
    <message>
        <source>D&amp;estinations</source>
        <translation>&amp;Ziele</translation>
    </message>
    <message>
        <source>Show libraries and scratch at the side</source>
        <translation>Bibliotheken und Arbeitsvolumes an der Seite anzeigen</translation>
    </message>
    <message>
        <source>&amp;Find Tasks</source>
        <translation>Aufgaben &amp;suchen</translation>
    </message>
    <message>
        <source>Search tasks by name and destination</source>
        <translation>Aufgaben nach Name und Ziel durchsuchen</translation>
    </message>
    <message>
        <source>&amp;First Steps...</source>
        <translation>Erste &amp;Schritte...</translation>
    </message>
    <message>
        <source>Set up a library and import a sample image</source>
        <translation>Eine Bibliothek einrichten und ein Beispielabbild importieren</translation>
    </message>
    <message>
        <source>&amp;About Sealift</source>
        <translation>Ü&amp;ber Sealift</translation>
    </message>
    <message>
        <source>Which version this is</source>
        <translation>Welche Version dies ist</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Aufgabe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>Read how Sealift works</source>
        <translation>Lesen, wie Sealift funktioniert</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>Abbilder zu Amazon EC2 &amp;senden...</translation>
    </message>
    <message>
        <source>Make images or snapshots at Amazon EC2 out of disk images</source>
        <translation>Aus Datenträgerabbildern Abbilder oder Snapshots bei Amazon EC2 machen</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>Aus Amazon EC2 &amp;importieren...</translation>
    </message>
    <message>
        <source>Bring an image or a snapshot of Amazon EC2 into a library</source>
        <translation>Ein Abbild oder einen Snapshot von Amazon EC2 in eine Bibliothek bringen</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>Aus Amazon EC2 &amp;exportieren...</translation>
    </message>
    <message>
        <source>Write a disk of Amazon EC2 to a file, without a library</source>
        <translation>Einen Datenträger von Amazon EC2 in eine Datei schreiben, ohne Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Amazon EC2</source>
        <translation>&amp;Amazon EC2</translation>
    </message>
</context>
</TS>
