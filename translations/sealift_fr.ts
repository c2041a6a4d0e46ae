<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AuditText</name>
    <message>
        <source>State: %1</source>
        <translation>État : %1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <comment>state and reason</comment>
        <translation>État : %1 (%2)</translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation>Ajoutée à la file d'attente</translation>
    </message>
    <message>
        <source>Library opened</source>
        <translation>Bibliothèque ouverte</translation>
    </message>
    <message>
        <source>Looked at the image and the destination</source>
        <translation>Image et destination examinées</translation>
    </message>
    <message>
        <source>Scratch volume created</source>
        <translation>Volume de travail créé</translation>
    </message>
    <message>
        <source>Image stored in the library</source>
        <translation>Image stockée dans la bibliothèque</translation>
    </message>
    <message>
        <source>Disk written</source>
        <translation>Disque écrit</translation>
    </message>
    <message>
        <source>Scratch destroyed (steps done: %1)</source>
        <translation>Volume de travail détruit : %1 étapes effectuées</translation>
    </message>
    <message>
        <source>Scratch destruction: %1 of %2 steps failed</source>
        <translation>Volume de travail détruit : échec de %1 étapes sur %2</translation>
    </message>
    <message>
        <source>Looked again (checks: %1): nothing is left</source>
        <translation>Revérifié : %1 contrôles n'ont rien trouvé de restant</translation>
    </message>
    <message>
        <source>Looked again: %1 of %2 checks found something left</source>
        <translation>Revérifié : %1 contrôles sur %2 ont trouvé des restes</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Tasks Are Under Way</source>
        <translation>Tâches en cours</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>%n tâche est en cours.</numerusform>
            <numerusform>%n tâches sont en cours.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window: the icon in the tray brings it back.</source>
        <translation>Elles peuvent continuer sans la fenêtre : l'icône de la zone de notification la rouvre.</translation>
    </message>
    <message>
        <source>Paused, they keep what has arrived, and go on when you resume them.</source>
        <translation>En pause, elles gardent ce qui est arrivé, et continuent quand vous les reprenez.</translation>
    </message>
    <message>
        <source>&amp;Go On in the Tray</source>
        <translation>&amp;Continuer en arrière-plan</translation>
    </message>
    <message>
        <source>&amp;Pause and Quit</source>
        <translation>&amp;Mettre en pause et quitter</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>Ne pas &amp;fermer</translation>
    </message>
</context>
<context>
    <name>DeleteImages</name>
    <message>
        <source>This cannot be undone. Nobody else may work with the library meanwhile.</source>
        <translation>C'est irréversible. Personne d'autre ne doit travailler avec la bibliothèque pendant ce temps.</translation>
    </message>
    <message>
        <source>What it frees cannot be told: %1</source>
        <translation>Impossible de dire ce que cela libère : %1</translation>
    </message>
    <message>
        <source>It frees up to %1; some of that may be needed by what cannot be read. The space is given back by the next "restic prune" of the library.</source>
        <translation>Cela libère jusqu'à %1 ; une partie peut être nécessaire à ce qui est illisible. L'espace est rendu par le prochain « restic prune » de la bibliothèque.</translation>
    </message>
    <message>
        <source>It frees %1, which nothing else in the library uses. The space is given back by the next "restic prune" of the library.</source>
        <translation>Cela libère %1, que rien d'autre n'utilise dans la bibliothèque. L'espace est rendu par le prochain « restic prune » de la bibliothèque.</translation>
    </message>
    <message>
        <source>Delete Images</source>
        <translation>Supprimer des images</translation>
    </message>
    <message>
        <source>Delete "%1" from the library?</source>
        <translation>Supprimer « %1 » de la bibliothèque ?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) from the library?</source>
        <translation>
            <numerusform>Supprimer %n image de la bibliothèque ?</numerusform>
            <numerusform>Supprimer %n images de la bibliothèque ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding out what it frees...</source>
        <translation>Calcul de ce que cela libère...</translation>
    </message>
    <message>
        <source>&amp;Delete for Good</source>
        <translation>Supprimer &amp;définitivement</translation>
    </message>
</context>
<context>
    <name>DropPlan</name>
    <message>
        <source>Import %1 - encrypted before it leaves this computer</source>
        <translation>Importer %1 – chiffré avant de quitter cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more - encrypted before they leave this computer</source>
        <translation>
            <numerusform>Importer %1 et %n autre – chiffrés avant de quitter cet ordinateur</numerusform>
            <numerusform>Importer %1 et %n autres – chiffrés avant de quitter cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1 into %2 - encrypted before it leaves this computer</source>
        <translation>Importer %1 dans %2 – chiffré avant de quitter cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more into %2 - encrypted before they leave this computer</source>
        <translation>
            <numerusform>Importer %1 et %n autre dans %2 – chiffrés avant de quitter cet ordinateur</numerusform>
            <numerusform>Importer %1 et %n autres dans %2 – chiffrés avant de quitter cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>it is on another computer (%1)</source>
        <translation>se trouve sur un autre ordinateur (%1)</translation>
    </message>
    <message>
        <source>Download it first, then import the file.</source>
        <translation>Téléchargez-le d'abord, puis importez le fichier.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 est inaccessible</translation>
    </message>
    <message>
        <source>Nothing of this can be imported</source>
        <translation>Rien de tout cela ne peut être importé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file and reason</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 to Amazon EC2 - it must read the image: TLS on the wire, KMS at rest</source>
        <translation>Envoyer %1 vers Amazon EC2 - il doit lire l'image : TLS pendant le transfert, KMS au repos</translation>
    </message>
    <message numerus="yes">
        <source>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</source>
        <translation>
            <numerusform>Envoyer %1 et %n autre vers Amazon EC2 - il doit lire les images : TLS pendant le transfert, KMS au repos</numerusform>
            <numerusform>Envoyer %1 et %n autres vers Amazon EC2 - il doit lire les images : TLS pendant le transfert, KMS au repos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Free some space there, then press Retry.</source>
        <translation>Libérez-y de l'espace, puis appuyez sur « Réessayer ».</translation>
    </message>
    <message>
        <source>Check the connection, then press Retry: what has arrived is not sent again.</source>
        <translation>Vérifiez la connexion, puis appuyez sur « Réessayer » : ce qui est arrivé n'est pas renvoyé.</translation>
    </message>
    <message>
        <source>Check who may read and write there, then press Retry.</source>
        <translation>Vérifiez qui peut y lire et y écrire, puis appuyez sur « Réessayer ».</translation>
    </message>
    <message>
        <source>Unlock the library, then press Retry.</source>
        <translation>Déverrouillez la bibliothèque, puis appuyez sur « Réessayer ».</translation>
    </message>
    <message>
        <source>Make sure that nothing writes to the image (a running machine, say), then press Retry.</source>
        <translation>Assurez-vous que rien n'écrit dans l'image (une machine en marche, par exemple), puis appuyez sur « Réessayer ».</translation>
    </message>
    <message>
        <source>Check that the disk or share is connected, then press Retry.</source>
        <translation>Vérifiez que le disque ou le partage est connecté, puis appuyez sur « Réessayer ».</translation>
    </message>
    <message>
        <source>Press Retry: the cleanup is done again first.</source>
        <translation>Appuyez sur « Réessayer » : le nettoyage est d'abord refait.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>A value does not fit</source>
        <translation>Une valeur ne convient pas</translation>
    </message>
    <message>
        <source>Something is not there</source>
        <translation>Un élément est introuvable</translation>
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation>Ce nom est déjà pris</translation>
    </message>
    <message>
        <source>Access was denied</source>
        <translation>L'accès a été refusé</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>La lecture ou l'écriture a échoué</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>Les données sont endommagées</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>Ceci n'est pas pris en charge</translation>
    </message>
    <message>
        <source>Refused, because it is not safe to open</source>
        <translation>Refusé, car l'ouverture n'est pas sûre</translation>
    </message>
    <message>
        <source>Something speaks against this transfer</source>
        <translation>Quelque chose s’oppose à ce transfert</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>Le mot de passe est erroné</translation>
    </message>
    <message>
        <source>It is locked, or in use</source>
        <translation>Verrouillé ou en cours d'utilisation</translation>
    </message>
    <message>
        <source>The image changed while it was read</source>
        <translation>L'image a changé pendant sa lecture</translation>
    </message>
    <message>
        <source>It is larger than is allowed</source>
        <translation>Plus grand que ce qui est autorisé</translation>
    </message>
    <message>
        <source>A program that is needed is missing</source>
        <translation>Un programme nécessaire est absent</translation>
    </message>
    <message>
        <source>A helper program failed</source>
        <translation>Un programme auxiliaire a échoué</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>La connexion a échoué</translation>
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation>Aucune réponse dans le délai imparti</translation>
    </message>
    <message>
        <source>The cleanup could not be confirmed</source>
        <translation>Le nettoyage n'a pas pu être confirmé</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Sealift a commis une erreur</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>Hyper-V, generation 2 (UEFI)</source>
        <translation>Hyper-V, génération 2 (UEFI)</translation>
    </message>
    <message>
        <source>Hyper-V, generation 1 (BIOS)</source>
        <translation>Hyper-V, génération 1 (BIOS)</translation>
    </message>
    <message>
        <source>Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk</source>
        <translation>Téléversez-le dans la banque de données, puis : vmkfstools -i disk.vmdk -d thin new.vmdk</translation>
    </message>
    <message>
        <source>Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</source>
        <translation>Rendez-le d'abord extensible : vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</translation>
    </message>
    <message>
        <source>Disks over 2040 GiB need VHDX, which generation 1 can use as well.</source>
        <translation>Les disques de plus de 2040 Gio exigent VHDX, utilisable aussi par la génération 1.</translation>
    </message>
    <message>
        <source>Upload it as a page blob, for example with azcopy.</source>
        <translation>Téléversez-le comme objet blob de pages, par exemple avec azcopy.</translation>
    </message>
    <message>
        <source>XenServer and XCP-ng import VHD, dynamic, too.</source>
        <translation>XenServer et XCP-ng importent aussi le VHD dynamique.</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>extensible</translation>
    </message>
    <message>
        <source>fixed size</source>
        <translation>taille fixe</translation>
    </message>
    <message>
        <source>stream-optimized</source>
        <translation>optimisé pour les flux</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>non compressé</translation>
    </message>
    <message>
        <source>compressed (zlib)</source>
        <translation>compressé (zlib)</translation>
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation>compressé (zstd)</translation>
    </message>
</context>
<context>
    <name>ForgetLibrary</name>
    <message>
        <source>Forget Library</source>
        <translation>Oublier la bibliothèque</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>Retirer « %1 » de la liste ?</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are. Its password is removed from the keyring: make sure that you know it.</source>
        <translation>Ses fichiers dans %1 restent tels quels. Son mot de passe est supprimé du trousseau : assurez-vous de le connaître.</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are, and it can be opened again there with its password.</source>
        <translation>Ses fichiers dans %1 restent tels quels, et elle peut y être rouverte avec son mot de passe.</translation>
    </message>
    <message>
        <source>&amp;Forget It, Keep Its Files</source>
        <translation>&amp;Oublier, garder les fichiers</translation>
    </message>
</context>
<context>
    <name>Guarantee</name>
    <message>
        <source>encrypted with the library's key</source>
        <translation>chiffré avec la clé de la bibliothèque</translation>
    </message>
    <message>
        <source>TLS on top</source>
        <translation>TLS en plus</translation>
    </message>
    <message>
        <source>encrypted; the store never sees plaintext or the key</source>
        <translation>chiffré ; le stockage ne voit jamais ni le texte en clair ni la clé</translation>
    </message>
    <message>
        <source>no: the service itself must read the image</source>
        <translation>non : le service lui-même doit lire l'image</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2</source>
        <translation>TLS &gt;= 1.2</translation>
    </message>
    <message>
        <source>encrypted by the account's KMS key or the store (staging: SSE-KMS, or SSE-S3; result: encrypted snapshot/AMI)</source>
        <translation>chiffré par la clé KMS du compte ou par le stockage (dépôt temporaire : SSE-KMS ou SSE-S3 ; résultat : instantané/AMI chiffré)</translation>
    </message>
    <message>
        <source>only if an encrypted export is chosen</source>
        <translation>seulement si un export chiffré est choisi</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no wire</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>as chosen; plaintext needs an explicit confirmation</source>
        <translation>selon le choix ; le texte en clair exige une confirmation explicite</translation>
    </message>
</context>
<context>
    <name>ImportPurpose</name>
    <message>
        <source>Not decided yet</source>
        <translation>Pas encore décidé</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>%1: %2</source>
        <comment>product, what would go wrong there</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>being looked at...</source>
        <translation>examen en cours...</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Refusé : %1</translation>
    </message>
    <message>
        <source>New version: the library has an image of this name</source>
        <translation>Nouvelle version : la bibliothèque contient une image de ce nom</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>looking at the disk...</source>
        <translation>examen du disque...</translation>
    </message>
    <message>
        <source>Not looked at closely: %1</source>
        <translation>Pas examiné de près : %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message>
        <source>locked</source>
        <translation>verrouillée</translation>
    </message>
    <message>
        <source>unlocking</source>
        <translation>déverrouillage</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>déverrouillée</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>inaccessible</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and number of images</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Recovery Passphrase</source>
        <translation>Clé de récupération</translation>
    </message>
    <message>
        <source>The recovery passphrase was not confirmed.</source>
        <translation>La clé de récupération n'a pas été confirmée.</translation>
    </message>
    <message>
        <source>The library is made and can be used with its password. If that gets lost and you have no copy of the passphrase, everything in the library is lost.</source>
        <translation>La bibliothèque est créée et utilisable avec son mot de passe. S'il se perd et que vous n'avez aucune copie de la clé de récupération, tout le contenu de la bibliothèque est perdu.</translation>
    </message>
    <message>
        <source>&amp;Discard the Passphrase</source>
        <translation>&amp;Abandonner la clé</translation>
    </message>
    <message>
        <source>&amp;Back to the Passphrase</source>
        <translation>&amp;Revenir à la clé</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Scratch volume</source>
        <translation>Volume de travail</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Quota</translation>
    </message>
    <message>
        <source>Used at most</source>
        <translation>Utilisation maximale</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Taille du disque</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>SHA-256 of the disk</source>
        <translation>SHA-256 du disque</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Cleanup, attempt %1</source>
        <translation>Nettoyage, tentative %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Émis par</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Entrées d'audit</translation>
    </message>
    <message>
        <source>Hash of the entries</source>
        <translation>Empreinte des entrées</translation>
    </message>
    <message>
        <source>Nothing of this task is left in scratch: that was done, looked at again, and signed.</source>
        <translation>Il ne reste rien de cette tâche dans l'espace de travail : le nettoyage a été fait, contrôlé et signé.</translation>
    </message>
    <message>
        <source>It could not be confirmed that nothing of this task is left in scratch.</source>
        <translation>Il n'a pas pu être confirmé qu'il ne reste rien de cette tâche dans l'espace de travail.</translation>
    </message>
    <message>
        <source>Signed by the key</source>
        <translation>Signé par la clé</translation>
    </message>
    <message>
        <source>Receipt of a cleanup</source>
        <translation>Reçu de nettoyage</translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>#</source>
        <comment>position in the queue</comment>
        <translation>N°</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left</comment>
        <translation>Restant</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Volume de travail</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>The order in which tasks run. Drag rows to change it.</source>
        <translation>L'ordre d'exécution des tâches. Faites glisser les lignes pour le modifier.</translation>
    </message>
    <message>
        <source>The image that is moved.</source>
        <translation>L'image déplacée.</translation>
    </message>
    <message>
        <source>Import into a library, or export out of one.</source>
        <translation>Import dans une bibliothèque, ou export depuis une bibliothèque.</translation>
    </message>
    <message>
        <source>Where the data goes.</source>
        <translation>Où vont les données.</translation>
    </message>
    <message>
        <source>What the task is doing.</source>
        <translation>Ce que fait la tâche.</translation>
    </message>
    <message>
        <source>How much of the image has been processed; in the end, what became of it.</source>
        <translation>La part de l'image déjà traitée ; à la fin, ce qu'elle est devenue.</translation>
    </message>
    <message>
        <source>How fast it goes, over the last three seconds.</source>
        <translation>La vitesse, mesurée sur les trois dernières secondes.</translation>
    </message>
    <message>
        <source>How long it will take, as soon as that can be told.</source>
        <translation>Le temps que cela prendra, dès qu'on peut l'estimer.</translation>
    </message>
    <message>
        <source>The size of the disks inside the image.</source>
        <translation>La taille des disques contenus dans l'image.</translation>
    </message>
    <message>
        <source>How the data is protected where it goes.</source>
        <translation>Comment les données sont protégées à destination.</translation>
    </message>
    <message>
        <source>The task's encrypted scratch volume: its state, and how much of its quota is used.</source>
        <translation>Le volume de travail chiffré de la tâche : son état et la part utilisée de son quota.</translation>
    </message>
    <message>
        <source>Whether nothing of the task is left in scratch: destroyed, looked at again, and confirmed.</source>
        <translation>S'il ne reste rien de la tâche dans l'espace de travail : détruit, contrôlé et confirmé.</translation>
    </message>
    <message>
        <source>When the task was added.</source>
        <translation>Quand la tâche a été ajoutée.</translation>
    </message>
    <message>
        <source>When the task ended.</source>
        <translation>Quand la tâche s'est terminée.</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>the cleanup was not confirmed</source>
        <translation>le nettoyage n'a pas été confirmé</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>reste : %1</translation>
    </message>
    <message>
        <source>%1 - %2 stored</source>
        <translation>%1 – %2 stockés</translation>
    </message>
    <message>
        <source>%1 - %2 written</source>
        <translation>%1 – %2 écrits</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no rate</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>none</source>
        <comment>scratch</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>used / quota</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>destination</comment>
        <translation>vers %1</translation>
    </message>
    <message>
        <source>encryption %1</source>
        <translation>chiffrement : %1</translation>
    </message>
    <message>
        <source>scratch %1</source>
        <translation>volume de travail : %1</translation>
    </message>
    <message>
        <source>cleanup %1</source>
        <translation>nettoyage : %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Volume de travail</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>%1 - all of it is sound</source>
        <translation>%1 – tout est intact</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>library</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>précontrôle</translation>
    </message>
    <message>
        <source>transferring</source>
        <translation>transfert</translation>
    </message>
    <message>
        <source>finalizing</source>
        <translation>finalisation</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>nettoyage</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>annulation</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>Helper files removed</source>
        <translation>Fichiers auxiliaires supprimés</translation>
    </message>
    <message>
        <source>Servers stopped</source>
        <translation>Serveurs arrêtés</translation>
    </message>
    <message>
        <source>Key erased</source>
        <translation>Clé effacée</translation>
    </message>
    <message>
        <source>Content freed on the disk</source>
        <translation>Contenu libéré sur le disque</translation>
    </message>
    <message>
        <source>Volume removed</source>
        <translation>Volume supprimé</translation>
    </message>
    <message>
        <source>Sockets removed</source>
        <translation>Sockets supprimés</translation>
    </message>
    <message>
        <source>Folder removed</source>
        <translation>Dossier supprimé</translation>
    </message>
    <message>
        <source>Removal written to the disk</source>
        <translation>Suppression écrite sur le disque</translation>
    </message>
    <message>
        <source>Volume is gone</source>
        <translation>Le volume a disparu</translation>
    </message>
    <message>
        <source>Folder is gone</source>
        <translation>Le dossier a disparu</translation>
    </message>
    <message>
        <source>No open file is left</source>
        <translation>Aucun fichier ouvert restant</translation>
    </message>
    <message>
        <source>No process is left</source>
        <translation>Aucun processus restant</translation>
    </message>
    <message>
        <source>No socket is left</source>
        <translation>Aucun socket restant</translation>
    </message>
    <message>
        <source>No mount is left</source>
        <translation>Aucun montage restant</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>mise en pause</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>export</source>
        <translation>export</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>vérification</translation>
    </message>
    <message>
        <source>creating</source>
        <comment>scratch</comment>
        <translation>création</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>scratch</comment>
        <translation>prêt</translation>
    </message>
    <message>
        <source>in use</source>
        <comment>scratch</comment>
        <translation>en service</translation>
    </message>
    <message>
        <source>destroying</source>
        <comment>scratch</comment>
        <translation>destruction</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>scratch</comment>
        <translation>détruit</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>scratch</comment>
        <translation>disparu</translation>
    </message>
    <message>
        <source>left over</source>
        <comment>scratch</comment>
        <translation>restant</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>scratch</comment>
        <translation>pas encore créé</translation>
    </message>
    <message>
        <source>confirmed</source>
        <comment>cleanup</comment>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <comment>cleanup</comment>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>cleanup</comment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>traces left</source>
        <translation>traces restantes</translation>
    </message>
    <message>
        <source>none: a plain file, which anybody can read</source>
        <translation>aucun : un fichier en clair, lisible par tous</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES, before it leaves memory</source>
        <translation>AES-256-CTR avec Poly1305-AES, avant de quitter la mémoire</translation>
    </message>
    <message>
        <source>The image was not changed. What is stored already is kept: a retry goes on from there.</source>
        <translation>L'image n'a pas été modifiée. Ce qui est déjà stocké est conservé : une nouvelle tentative reprend à partir de là.</translation>
    </message>
    <message>
        <source>The library was not changed, and no half-written file is left under the final name.</source>
        <translation>La bibliothèque n'a pas été modifiée, et aucun fichier à moitié écrit ne reste sous le nom définitif.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n'a été modifié.</translation>
    </message>
    <message>
        <source>What is left is encrypted, by a key that was never anywhere but in memory.</source>
        <translation>Ce qui reste est chiffré, avec une clé qui n'a jamais existé ailleurs qu'en mémoire.</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES; decrypted in memory only</source>
        <translation>AES-256-CTR avec Poly1305-AES ; déchiffré en mémoire uniquement</translation>
    </message>
    <message>
        <source>at EC2</source>
        <comment>encryption</comment>
        <translation>sur EC2</translation>
    </message>
    <message>
        <source>%1: sealed before it leaves memory, and opened only by whom it is for</source>
        <translation>%1 : scellé avant de quitter la mémoire, lisible seulement par ses destinataires</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2 on the wire, a KMS key at rest; EC2 itself must read the image</source>
        <translation>TLS &gt;= 1.2 pendant le transfert, une clé KMS au repos ; EC2 lui-même doit lire l'image</translation>
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
        <translation>La bande passante que tous les transferts ensemble peuvent occuper</translation>
    </message>
    <message>
        <source>No Limit</source>
        <translation>Aucune limite</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Limite : %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>Limit: %1, by the schedule</source>
        <translation>Limite : %1, selon l'horaire</translation>
    </message>
</context>
<context>
    <name>sealift::BucketFields</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>celui que les outils d'AWS utiliseraient</translation>
    </message>
    <message>
        <source>A profile of AWS's configuration files. Keys are never asked for here: they come from there, the environment, or the instance.</source>
        <translation>Un profil des fichiers de configuration d'AWS. Les clés ne sont jamais demandées ici : elles viennent de là, de l'environnement ou de l'instance.</translation>
    </message>
    <message>
        <source>what the service says</source>
        <translation>celle que le service indique</translation>
    </message>
    <message>
        <source>the system's certificates</source>
        <translation>ceux du système</translation>
    </message>
    <message>
        <source>Choos&amp;e...</source>
        <translation>Chois&amp;ir...</translation>
    </message>
    <message>
        <source>Choose the file with certificates</source>
        <translation>Choisir le fichier de certificats</translation>
    </message>
    <message>
        <source>P&amp;rofile:</source>
        <translation>&amp;Profil :</translation>
    </message>
    <message>
        <source>Re&amp;gion:</source>
        <translation>Ré&amp;gion :</translation>
    </message>
    <message>
        <source>Certificates to Trust</source>
        <translation>Certificats de confiance</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Certi&amp;ficates:</source>
        <translation>Certi&amp;ficats :</translation>
    </message>
</context>
<context>
    <name>sealift::CheckList</name>
    <message>
        <source>Checks of the cleanup</source>
        <translation>Contrôles du nettoyage</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check and result</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>sealift::Desktop</name>
    <message>
        <source>The list of libraries</source>
        <translation>La liste des bibliothèques</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>Les paramètres</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>Un service</translation>
    </message>
    <message>
        <source>Locked by itself</source>
        <translation>Verrouillage automatique</translation>
    </message>
    <message>
        <source>Their keys are no longer in memory: %1</source>
        <translation>Leurs clés ne sont plus en mémoire : %1</translation>
    </message>
    <message>
        <source>The rules about texts</source>
        <translation>Les règles sur les textes</translation>
    </message>
</context>
<context>
    <name>sealift::DestinationPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>New Library...</source>
        <translation>Nouvelle bibliothèque...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>Créer un emplacement où les images sont conservées chiffrées</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>library and state</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list</source>
        <translation>
            <numerusform>%n dans la liste</numerusform>
            <numerusform>%n dans la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import into This Library...</source>
        <translation>&amp;Importer dans cette bibliothèque...</translation>
    </message>
    <message>
        <source>&amp;Export from This Library...</source>
        <translation>&amp;Exporter depuis cette bibliothèque...</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>Ve&amp;rrouiller</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>Dé&amp;verrouiller...</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>Revéri&amp;fier</translation>
    </message>
    <message>
        <source>&amp;Forget...</source>
        <translation>&amp;Oublier...</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>&amp;Nouvelle bibliothèque...</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>Ouvrir une &amp;bibliothèque...</translation>
    </message>
    <message>
        <source>Forget Library</source>
        <translation>Oublier la bibliothèque</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>Retirer « %1 » de la liste ?</translation>
    </message>
    <message>
        <source>Its images stay where they are. Its password is taken from this computer's keyring: make sure that you know it, or have its recovery sheet.</source>
        <translation>Ses images restent où elles sont. Son mot de passe est supprimé du trousseau de cet ordinateur : assurez-vous de le connaître, ou d'avoir sa fiche de récupération.</translation>
    </message>
    <message>
        <source>Forget Library and Password</source>
        <translation>Oublier la bibliothèque et le mot de passe</translation>
    </message>
    <message>
        <source>Amazon EC2</source>
        <translation>Amazon EC2</translation>
    </message>
    <message>
        <source>images and snapshots</source>
        <translation>images et instantanés</translation>
    </message>
    <message>
        <source>Send images to Amazon EC2, or fetch them from there</source>
        <translation>Envoyer des images vers Amazon EC2, ou les en rapporter</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>En&amp;voyer des images vers Amazon EC2...</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>&amp;Importer depuis Amazon EC2...</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>&amp;Exporter depuis Amazon EC2...</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nuage</translation>
    </message>
</context>
<context>
    <name>sealift::DetailPane</name>
    <message>
        <source>Details of the task</source>
        <translation>Détails de la tâche</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Scratch Volume</source>
        <translation>Volume de travail</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Précontrôle</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are chosen.</source>
        <translation>
            <numerusform>%n tâche sélectionnée.</numerusform>
            <numerusform>%n tâches sélectionnées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a task to see its details.</source>
        <translation>Sélectionnez une tâche pour voir ses détails.</translation>
    </message>
</context>
<context>
    <name>sealift::Dialogs</name>
    <message>
        <source>There is no sample image on this computer</source>
        <translation>Il n'y a pas d'image d'exemple sur cet ordinateur</translation>
    </message>
    <message>
        <source>Import any disk image of yours instead.</source>
        <translation>Importez plutôt l'une de vos images disque.</translation>
    </message>
</context>
<context>
    <name>sealift::DropOverlay</name>
    <message>
        <source>Drop zone</source>
        <translation>Zone de dépôt</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2AccountForm</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>celui que les outils d'AWS utiliseraient</translation>
    </message>
    <message>
        <source>Amazon EC2 is being asked.</source>
        <translation>Interrogation d'Amazon EC2 en cours.</translation>
    </message>
    <message>
        <source>As %1, account %2, in %3. Credentials: %4</source>
        <translation>En tant que %1, compte %2, dans %3. Identifiants : %4</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2Destination</name>
    <message>
        <source>Block by block, without a bucket</source>
        <translation>Bloc par bloc, sans compartiment</translation>
    </message>
    <message>
        <source>Through a bucket, by VM Import/Export</source>
        <translation>Par un compartiment, avec VM Import/Export</translation>
    </message>
    <message>
        <source>by the store (SSE-S3)</source>
        <translation>par le service de stockage (SSE-S3)</translation>
    </message>
    <message>
        <source>by a KMS key (SSE-KMS)</source>
        <translation>par une clé KMS (SSE-KMS)</translation>
    </message>
    <message>
        <source>the account's key for EBS</source>
        <translation>la clé du compte pour EBS</translation>
    </message>
    <message>
        <source>The ARN or id of a key. What comes of the import is always encrypted.</source>
        <translation>L'ARN ou l'identifiant d'une clé. Le résultat de l'importation est toujours chiffré.</translation>
    </message>
    <message>
        <source>as the disk shows</source>
        <translation>d'après le disque</translation>
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation>&amp;Voie :</translation>
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation>&amp;Compartiment :</translation>
    </message>
    <message>
        <source>Encr&amp;yption there:</source>
        <translation>Chiffremen&amp;t là-bas :</translation>
    </message>
    <message>
        <source>&amp;KMS key:</source>
        <translation>Clé &amp;KMS :</translation>
    </message>
    <message>
        <source>Pro&amp;cessor:</source>
        <translation>Process&amp;eur :</translation>
    </message>
    <message>
        <source>The disks lie there encrypted while EC2 reads them, and are removed again.</source>
        <translation>Les disques y reposent chiffrés pendant qu'EC2 les lit, puis sont supprimés.</translation>
    </message>
    <message>
        <source>Disks are removed from there again, and Sealift looks.</source>
        <translation>Les disques en sont supprimés ensuite, et Sealift le vérifie.</translation>
    </message>
    <message>
        <source>Fir&amp;mware:</source>
        <translation>Micro&amp;logiciel :</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2ImportDialog</name>
    <message>
        <source>Import from Amazon EC2</source>
        <translation>Importer depuis Amazon EC2</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>Imp&amp;orter</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>No&amp;m :</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>Ce compte n'a ni image ni instantané dans cette région.</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), read block by block; nothing is changed at EC2.</source>
        <translation>
            <numerusform>%n disque, lu bloc par bloc ; rien n'est modifié sur EC2.</numerusform>
            <numerusform>%n disques, lus bloc par bloc ; rien n'est modifié sur EC2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::Ec2OriginList</name>
    <message>
        <source>Images and snapshots at EC2</source>
        <translation>Images et instantanés sur EC2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>image (AMI)</source>
        <translation>image (AMI)</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>instantané</translation>
    </message>
    <message>
        <source>KMS key</source>
        <translation>clé KMS</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption at EC2</comment>
        <translation>aucun</translation>
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
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>sealift::EmptyPage</name>
    <message>
        <source>Drop disk images here, and they are kept encrypted in your library.</source>
        <translation>Déposez ici des images disque : elles seront conservées chiffrées dans votre bibliothèque.</translation>
    </message>
    <message>
        <source>Import Images...</source>
        <translation>Importer des images...</translation>
    </message>
    <message>
        <source>Try it with the sample image</source>
        <translation>Essayer avec l'image d'exemple</translation>
    </message>
    <message>
        <source>Imports the small bootable disk that comes with Sealift</source>
        <translation>Importe le petit disque amorçable fourni avec Sealift</translation>
    </message>
</context>
<context>
    <name>sealift::ExistingLibraryPage</name>
    <message>
        <source>Where is the library?</source>
        <translation>Où se trouve la bibliothèque ?</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
    <message>
        <source>A folder that Sealift or restic made, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>Un dossier créé par Sealift ou restic, sur cet ordinateur, un disque ou un partage ; ou un emplacement dans un compartiment.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportEc2Page</name>
    <message>
        <source>Which disk at EC2?</source>
        <translation>Quel disque sur EC2 ?</translation>
    </message>
    <message>
        <source>Its blocks are read directly, also those of encrypted snapshots; nothing is changed at EC2.</source>
        <translation>Ses blocs sont lus directement, même ceux d'instantanés chiffrés ; rien n'est modifié sur EC2.</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>&amp;Disque :</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>Ce compte n'a ni image ni instantané dans cette région.</translation>
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
        <translation>Quelle image ?</translation>
    </message>
    <message>
        <source>The image stays in the library; a copy of its disk is written.</source>
        <translation>L'image reste dans la bibliothèque ; une copie de son disque est écrite.</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>&amp;Bibliothèque :</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>&amp;Disque :</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>Il n'y a pas encore de bibliothèque : créez-en une ou ouvrez-en une d'abord.</translation>
    </message>
    <message>
        <source>Unlock the library to see its images.</source>
        <translation>Déverrouillez la bibliothèque pour voir ses images.</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>Déverrouillage de la bibliothèque en cours.</translation>
    </message>
    <message>
        <source>There is no image in this library yet.</source>
        <translation>Cette bibliothèque ne contient pas encore d'image.</translation>
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
        <translation>Quelle bibliothèque ?</translation>
    </message>
    <message>
        <source>The image keeps its name, its disks and all that is known of it. What is there already is not sent.</source>
        <translation>L'image garde son nom, ses disques et tout ce qu'on sait d'elle. Ce qui s'y trouve déjà n'est pas envoyé.</translation>
    </message>
    <message>
        <source>This is the library that the image is in. Choose another one.</source>
        <translation>L'image est déjà dans cette bibliothèque. Choisissez-en une autre.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportPlacePage</name>
    <message>
        <source>The file appears when it is complete and checked, or not at all. Only you can read it.</source>
        <translation>Le fichier n'apparaît qu'une fois complet et vérifié, sinon pas du tout. Vous seul pouvez le lire.</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>C&amp;hoisir...</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Fichier :</translation>
    </message>
    <message>
        <source>Export to File</source>
        <translation>Exporter vers un fichier</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indiquez un fichier.</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation>Ceci est un dossier. Ajoutez le nom du fichier.</translation>
    </message>
    <message>
        <source>This is a device or the like. Sealift writes files only.</source>
        <translation>Ceci est un périphérique ou similaire. Sealift n'écrit que des fichiers.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Il n'y a pas de dossier %1.</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a folder outside it.</source>
        <translation>Ceci est à l'intérieur de la bibliothèque. Choisissez un dossier en dehors.</translation>
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation>Vous n'avez pas le droit d'écrire dans ce dossier. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The disk is too full: up to %1 is needed, and %2 is free.</source>
        <translation>Le disque est trop plein : jusqu'à %1 sont nécessaires, et %2 sont libres.</translation>
    </message>
    <message>
        <source>Up to %1 is needed, and %2 is free.</source>
        <translation>Jusqu'à %1 sont nécessaires, et %2 sont libres.</translation>
    </message>
    <message>
        <source>Up to %1 is needed.</source>
        <translation>Jusqu'à %1 sont nécessaires.</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Vers où ?</translation>
    </message>
    <message>
        <source>A file on this computer, a drive or a share</source>
        <translation>Un fichier sur cet ordinateur, un lecteur ou un partage</translation>
    </message>
    <message>
        <source>An object in a bucket of an S3 service</source>
        <translation>Un objet dans un compartiment d'un service S3</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Type :</translation>
    </message>
    <message>
        <source>The object appears when it is complete and checked, or not at all.</source>
        <translation>L'objet apparaît quand il est complet et vérifié, ou pas du tout.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>&amp;Adresse :</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/NAME, or s3:REGION/BUCKET/NAME for Amazon S3</source>
        <translation>s3:https://HOTE/COMPARTIMENT/NOM, ou s3:REGION/COMPARTIMENT/NOM pour Amazon S3</translation>
    </message>
    <message>
        <source>Name the service, the bucket and the object.</source>
        <translation>Indiquez le service, le compartiment et l'objet.</translation>
    </message>
    <message>
        <source>The address of an object begins with "s3:".</source>
        <translation>L'adresse d'un objet commence par « s3: ».</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a place outside it.</source>
        <translation>Ceci est à l'intérieur de la bibliothèque. Choisissez un emplacement en dehors.</translation>
    </message>
    <message>
        <source>The bucket answers. Up to %1 is sent.</source>
        <translation>Le compartiment répond. Jusqu'à %1 seront envoyés.</translation>
    </message>
    <message>
        <source>Re&amp;place "%1": what is in it now is lost</source>
        <translation>Remplac&amp;er « %1 » : son contenu actuel sera perdu</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>Quelque chose porte déjà ce nom.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportProtectionPage</name>
    <message>
        <source>How is the file protected?</source>
        <translation>Comment le fichier est-il protégé ?</translation>
    </message>
    <message>
        <source>A plain file protects nothing</source>
        <translation>Un fichier en clair ne protège rien</translation>
    </message>
    <message>
        <source>Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of this computer open it; a copy elsewhere may be open to all.</source>
        <translation>Quiconque met la main dessus, ou sur le support où il se trouvait, peut lire tout ce que contient le disque : fichiers, mots de passe, clés. Le supprimer plus tard ne l'efface pas. Ses droits empêchent tout autre utilisateur de cet ordinateur de l'ouvrir ; une copie placée ailleurs peut être accessible à tous.</translation>
    </message>
    <message>
        <source>I &amp;understand that everybody who gets "%1" can read what is on this disk</source>
        <translation>&amp;Je comprends que toute personne obtenant « %1 » peut lire le contenu de ce disque</translation>
    </message>
    <message>
        <source>Sealed, it can be opened only by whom it is for: it is encrypted before it leaves memory.</source>
        <translation>Scellé, il ne peut être ouvert que par ses destinataires : il est chiffré avant de quitter la mémoire.</translation>
    </message>
    <message>
        <source>For the owners of certi&amp;ficates (CMS)</source>
        <translation>Pour les &amp;détenteurs de certificats (CMS)</translation>
    </message>
    <message>
        <source>For recipients of &amp;age</source>
        <translation>Pour des destinataires d'&amp;age</translation>
    </message>
    <message>
        <source>&amp;With a passphrase, in the format of age</source>
        <translation>Avec une &amp;phrase secrète, au format d'age</translation>
    </message>
    <message>
        <source>As a &amp;LUKS volume with a passphrase, which QEMU opens: qcow2 and raw</source>
        <translation>En volume &amp;LUKS avec une phrase secrète, que QEMU ouvre : qcow2 et raw</translation>
    </message>
    <message>
        <source>Pla&amp;in, as hypervisors need it: not encrypted any more</source>
        <translation>En cla&amp;ir, comme il faut aux hyperviseurs : plus chiffré</translation>
    </message>
    <message>
        <source>The name will be %1.</source>
        <translation>Le nom sera %1.</translation>
    </message>
    <message>
        <source>There is something called %1 already: go back, and choose another name.</source>
        <translation>%1 existe déjà : revenez en arrière et choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Whoever may read the bucket, or gets hold of a copy, can read everything on the disk: files, passwords, keys. Deleting it later does not reach copies.</source>
        <translation>Quiconque peut lire le compartiment, ou met la main sur une copie, peut lire tout ce que contient le disque : fichiers, mots de passe, clés. Le supprimer plus tard n'atteint pas les copies.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportReviewPage</name>
    <message>
        <source>Is this right?</source>
        <translation>Est-ce correct ?</translation>
    </message>
    <message>
        <source>The export becomes a task in the queue. Every piece is verified before it is written.</source>
        <translation>L'export devient une tâche de la file d'attente. Chaque morceau est vérifié avant d'être écrit.</translation>
    </message>
    <message>
        <source>Export &amp;Unencrypted</source>
        <translation>E&amp;xporter en clair</translation>
    </message>
    <message>
        <source>Image:</source>
        <translation>Image :</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Pour :</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format :</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fichier :</translation>
    </message>
    <message>
        <source>Protection:</source>
        <translation>Protection :</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Taille :</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Durée :</translation>
    </message>
    <message>
        <source>%1, stored %2, in %3</source>
        <translation>%1, stockée le %2, dans %3</translation>
    </message>
    <message>
        <source>a format of your choice</source>
        <translation>un format de votre choix</translation>
    </message>
    <message>
        <source>none: a plain disk image that everybody who gets it can read</source>
        <translation>aucune : une image disque en clair, lisible par quiconque l'obtient</translation>
    </message>
    <message>
        <source>up to %1 in the file, for a disk of %2</source>
        <translation>jusqu'à %1 dans le fichier, pour un disque de %2</translation>
    </message>
    <message>
        <source>about %1, as fast as the slower of both disks</source>
        <translation>environ %1, à la vitesse du plus lent des deux disques</translation>
    </message>
    <message numerus="yes">
        <source>OVA, OVF %1: %n disk(s); %2</source>
        <translation>
            <numerusform>OVA, OVF %1 : %n disque ; %2</numerusform>
            <numerusform>OVA, OVF %1 : %n disques ; %2</numerusform>
        </translation>
    </message>
    <message>
        <source>sealed (CMS), for the keys of %1</source>
        <translation>scellé (CMS), pour les clés de %1</translation>
    </message>
    <message>
        <source>sealed (age), for %1</source>
        <translation>scellé (age), pour %1</translation>
    </message>
    <message>
        <source>sealed (age), by a passphrase</source>
        <translation>scellé (age), par une phrase secrète</translation>
    </message>
    <message>
        <source>a LUKS volume, opened by a passphrase</source>
        <translation>un volume LUKS, ouvert par une phrase secrète</translation>
    </message>
    <message>
        <source>%1, straight out of EC2 in %2</source>
        <translation>%1, directement d'EC2 dans %2</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>library and its place</comment>
        <translation>%1, dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), without what is there already</source>
        <translation>
            <numerusform>%n disque, sans ce qui s'y trouve déjà</numerusform>
            <numerusform>%n disques, sans ce qui s'y trouve déjà</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>%1, in place of what is there</source>
        <translation>%1, à la place de ce qui s'y trouve</translation>
    </message>
    <message>
        <source>&amp;Export Sealed</source>
        <translation>&amp;Exporter scellé</translation>
    </message>
</context>
<context>
    <name>sealift::ExportTargetPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>Où sera-t-elle exécutée ?</translation>
    </message>
    <message>
        <source>That decides the format of the file.</source>
        <translation>Le format du fichier en dépend.</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hyperviseur</translation>
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
        <translation>Autre chose
Choisissez vous-même le format, par exemple une image brute de périphérique</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>Détai&amp;ls</translation>
    </message>
    <message>
        <source>The details differ from what %1 is known to take.</source>
        <translation>Les détails diffèrent de ce que %1 est connu pour accepter.</translation>
    </message>
    <message>
        <source>As an &amp;appliance (OVA): the whole machine, with all its disks</source>
        <translation>Comme &amp;appliance (OVA) : la machine entière, avec tous ses disques</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>%n disque</numerusform>
            <numerusform>%n disques</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and the machine as its own description has it.</source>
        <translation>%1, et la machine telle que sa propre description la donne.</translation>
    </message>
    <message>
        <source>%1. The image came without a description of its machine: look at the details.</source>
        <translation>%1. L'image est venue sans description de sa machine : voyez les détails.</translation>
    </message>
    <message>
        <source>Nowhere yet: into another library
Encrypted with its key, with all disks and as it is stored</source>
        <translation>Nulle part encore : dans une autre bibliothèque
Chiffrée avec sa clé, avec tous les disques, telle qu'enregistrée</translation>
    </message>
</context>
<context>
    <name>sealift::ExportWizard</name>
    <message>
        <source>Export Image</source>
        <translation>Exporter une image</translation>
    </message>
    <message>
        <source>Export from Amazon EC2</source>
        <translation>Exporter depuis Amazon EC2</translation>
    </message>
</context>
<context>
    <name>sealift::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>sealift::FormatDetails</name>
    <message>
        <source>Round the disk's si&amp;ze up to whole MiB</source>
        <translation>&amp;Arrondir la taille du disque au Mio entier supérieur</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>Fo&amp;rmat :</translation>
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation>T&amp;ype :</translation>
    </message>
    <message>
        <source>Co&amp;mpression:</source>
        <translation>Co&amp;mpression :</translation>
    </message>
    <message>
        <source>Bl&amp;ock size:</source>
        <translation>Taille de bl&amp;oc :</translation>
    </message>
    <message>
        <source>there is only one</source>
        <translation>il n'y en a qu'un</translation>
    </message>
    <message>
        <source>as suits the disk</source>
        <translation>adaptée au disque</translation>
    </message>
</context>
<context>
    <name>sealift::GuaranteeView</name>
    <message>
        <source>What is promised for this destination</source>
        <translation>Ce qui est garanti pour cette destination</translation>
    </message>
    <message>
        <source>Before sending</source>
        <translation>Avant l'envoi</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>En transit</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>Au repos</translation>
    </message>
</context>
<context>
    <name>sealift::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Sommaire</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Suivant</translation>
    </message>
</context>
<context>
    <name>sealift::ImageList</name>
    <message>
        <source>Search images</source>
        <translation>Rechercher des images</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>sealift::ImageModel</name>
    <message>
        <source>stored by restic</source>
        <translation>stockée par restic</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Snapshot %1, stored by %2 on %3, %4</source>
        <translation>Instantané %1, stocké par %2 sur %3, %4</translation>
    </message>
    <message>
        <source>Bytes that are neither empty nor zero. What is stored of them is compressed, and shared with other images.</source>
        <translation>Octets qui ne sont ni vides ni nuls. Ce qui en est stocké est compressé et partagé avec d'autres images.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Taille du disque</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stockée le</translation>
    </message>
    <message>
        <source>Came as</source>
        <translation>Format d'origine</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>sealift::ImagesView</name>
    <message>
        <source>Nothing else in the library was changed.</source>
        <translation>Rien d'autre n'a été modifié dans la bibliothèque.</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importer...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>E&amp;xporter...</translation>
    </message>
    <message>
        <source>Edit &amp;Tags...</source>
        <translation>Modifier les é&amp;tiquettes...</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>&amp;Supprimer...</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>Dé&amp;verrouiller...</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 est verrouillée</translation>
    </message>
    <message>
        <source>Its images can be listed once you have unlocked it.</source>
        <translation>Ses images pourront être listées une fois que vous l'aurez déverrouillée.</translation>
    </message>
    <message>
        <source>%1 is being unlocked</source>
        <translation>Déverrouillage de %1 en cours</translation>
    </message>
    <message>
        <source>What is stored in it stays as it is.</source>
        <translation>Ce qui y est stocké reste tel quel.</translation>
    </message>
    <message>
        <source>The images below can be read.</source>
        <translation>Les images ci-dessous peuvent être lues.</translation>
    </message>
    <message>
        <source>There is no image in %1 yet</source>
        <translation>Il n'y a pas encore d'image dans %1</translation>
    </message>
    <message>
        <source>Import one: drop a disk image here, or choose Import.</source>
        <translation>Importez-en une : déposez ici une image disque, ou choisissez « Importer ».</translation>
    </message>
    <message>
        <source>Edit Tags</source>
        <translation>Modifier les étiquettes</translation>
    </message>
    <message>
        <source>Tags of %1, with commas between them:</source>
        <translation>Étiquettes de %1, séparées par des virgules :</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Reads all of the chosen images, and compares it with what was stored: a task each</source>
        <translation>Lit les images choisies en entier et les compare à ce qui a été stocké : une tâche chacune</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>Re&amp;nommer...</translation>
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation>Une image a besoin d'un nom.</translation>
    </message>
    <message>
        <source>A name has no "/", and is not "." or "..".</source>
        <translation>Un nom ne contient pas « / » et n'est ni « . » ni « .. ».</translation>
    </message>
    <message>
        <source>Rename Image</source>
        <translation>Renommer l'image</translation>
    </message>
    <message>
        <source>Name of %1:</source>
        <translation>Nom de %1 :</translation>
    </message>
</context>
<context>
    <name>sealift::ImportFindings</name>
    <message>
        <source>What was found in the image</source>
        <translation>Ce qui a été trouvé dans l'image</translation>
    </message>
    <message>
        <source>What was found in %1:</source>
        <translation>Ce qui a été trouvé dans %1 :</translation>
    </message>
    <message>
        <source>Go on in spite of t&amp;his, and import it as it is</source>
        <translation>Contin&amp;uer malgré cela et l'importer telle quelle</translation>
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
        <translation>%1 doit avoir un nom.</translation>
    </message>
    <message>
        <source>Two images would be named "%1". Give one of them another name.</source>
        <translation>Deux images se nommeraient « %1 ». Donnez un autre nom à l'une d'elles.</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>Nom dans la bibliothèque</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Taille du disque</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name at EC2</source>
        <translation>Nom sur EC2</translation>
    </message>
</context>
<context>
    <name>sealift::ImportOptions</name>
    <message>
        <source>Import &amp;straight away next time, where nothing is left to decide</source>
        <translation>Importer &amp;directement la prochaine fois, s'il ne reste rien à décider</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Options</translation>
    </message>
    <message>
        <source>Automatic: where it pays</source>
        <translation>Automatique : là où c'est utile</translation>
    </message>
    <message>
        <source>Off: for data that is compressed already</source>
        <translation>Désactivée : pour les données déjà compressées</translation>
    </message>
    <message>
        <source>Maximum: smaller, and slower</source>
        <translation>Maximale : plus petit, mais plus lent</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> Mio</translation>
    </message>
    <message>
        <source>Size of the files that the library stores. Larger ones suit slow stores and shares.</source>
        <translation>Taille des fichiers que stocke la bibliothèque. De plus grands conviennent aux stockages et partages lents.</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>&amp;Compression :</translation>
    </message>
    <message>
        <source>&amp;Pack size:</source>
        <translation>Taille des &amp;packs :</translation>
    </message>
</context>
<context>
    <name>sealift::ImportSheet</name>
    <message>
        <source>Import Images</source>
        <translation>Importer des images</translation>
    </message>
    <message>
        <source>Images to import</source>
        <translation>Images à importer</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>Encryption: always on</source>
        <translation>Chiffrement : toujours actif</translation>
    </message>
    <message>
        <source>Encrypted with the library's key in this computer's memory, before sending. At rest: encrypted; the store never sees plaintext or the key.</source>
        <translation>Chiffrement avec la clé de la bibliothèque dans la mémoire de cet ordinateur, avant l'envoi. Au repos : chiffré ; le stockage ne voit jamais ni le texte en clair ni la clé.</translation>
    </message>
    <message>
        <source>&amp;Add Files...</source>
        <translation>&amp;Ajouter des fichiers...</translation>
    </message>
    <message>
        <source>Images to Import</source>
        <translation>Images à importer</translation>
    </message>
    <message>
        <source>Disk images (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;All files (*)</source>
        <translation>Images disque (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>%n fichier ne peut pas être importé</numerusform>
            <numerusform>%n fichiers ne peuvent pas être importés</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are being looked at.</source>
        <translation>Examen des fichiers en cours.</translation>
    </message>
    <message>
        <source>Add disk images: raw, qcow2, VMDK, VHD, VHDX or VDI.</source>
        <translation>Ajoutez des images disque : raw, qcow2, VMDK, VHD, VHDX ou VDI.</translation>
    </message>
    <message>
        <source>None of the files can be imported.</source>
        <translation>Aucun des fichiers ne peut être importé.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n image(s)</source>
        <translation>
            <numerusform>&amp;Importer %n image</numerusform>
            <numerusform>&amp;Importer %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Path of %1</source>
        <translation>Chemin de %1</translation>
    </message>
    <message>
        <source>What is on the disks is being looked at. You need not wait for it.</source>
        <translation>Le contenu des disques est examiné. Inutile de l'attendre.</translation>
    </message>
    <message>
        <source>A library</source>
        <translation>Une bibliothèque</translation>
    </message>
    <message>
        <source>Amazon EC2, as an image (AMI)</source>
        <translation>Amazon EC2, comme image (AMI)</translation>
    </message>
    <message>
        <source>Amazon EBS, as a snapshot</source>
        <translation>Amazon EBS, comme instantané</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Suppri&amp;mer</translation>
    </message>
    <message>
        <source>&amp;Destination:</source>
        <translation>&amp;Destination :</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryChoice</name>
    <message>
        <source>%1 (locked)</source>
        <translation>%1 (verrouillée)</translation>
    </message>
    <message>
        <source>%1 (being unlocked)</source>
        <translation>%1 (déverrouillage en cours)</translation>
    </message>
    <message>
        <source>%1 (cannot be reached)</source>
        <translation>%1 (inaccessible)</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>Dé&amp;verrouiller...</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryDestination</name>
    <message>
        <source>to find the images by, with commas between them; may be empty</source>
        <translation>pour retrouver les images, séparées par des virgules ; facultatif</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>&amp;Bibliothèque :</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>É&amp;tiquettes :</translation>
    </message>
    <message>
        <source>What would go wrong there is shown beside each image. It can be imported all the same.</source>
        <translation>Ce qui y échouerait est indiqué à côté de chaque image. Elle peut être importée tout de même.</translation>
    </message>
    <message>
        <source>To run o&amp;n:</source>
        <translation>À exécuter &amp;sur :</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>Il n'y a pas encore de bibliothèque : créez-en une ou ouvrez-en une d'abord.</translation>
    </message>
    <message>
        <source>Unlock the library, so that images can be encrypted.</source>
        <translation>Déverrouillez la bibliothèque pour que les images puissent être chiffrées.</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>Déverrouillage de la bibliothèque en cours.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n étiquette</numerusform>
            <numerusform>%n étiquettes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::LockForm</name>
    <message>
        <source>Also when the &amp;screen is locked, and before the computer sleeps</source>
        <translation>Aussi quand l'&amp;écran est verrouillé, et avant la mise en veille de l'ordinateur</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source> min without input</source>
        <translation> min sans saisie</translation>
    </message>
    <message>
        <source>Go on, and their library is locked after them</source>
        <translation>Continuent ; leur bibliothèque est verrouillée ensuite</translation>
    </message>
    <message>
        <source>Stop, until their library is unlocked</source>
        <translation>S'arrêtent jusqu'au déverrouillage de leur bibliothèque</translation>
    </message>
    <message>
        <source>Locking a library erases its key and its password from memory.</source>
        <translation>Verrouiller une bibliothèque efface sa clé et son mot de passe de la mémoire.</translation>
    </message>
    <message>
        <source>&amp;Lock libraries after:</source>
        <translation>&amp;Verrouiller les bibliothèques après :</translation>
    </message>
    <message>
        <source>Tasks &amp;under way:</source>
        <translation>Tâches en co&amp;urs :</translation>
    </message>
    <message>
        <source>Imports then go on where they were; exports begin anew.</source>
        <translation>Les importations reprennent alors où elles en étaient ; les exportations recommencent.</translation>
    </message>
    <message>
        <source>Keys of running tasks stay in memory until then. Paused tasks are stopped.</source>
        <translation>Les clés des tâches en cours restent en mémoire jusque-là. Les tâches en pause sont arrêtées.</translation>
    </message>
</context>
<context>
    <name>sealift::LogModel</name>
    <message>
        <source>Entry %1 of the audit log: %2</source>
        <comment>number and content</comment>
        <translation>Entrée %1 du journal d'audit : %2</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>journal d'audit</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tâche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Événement</translation>
    </message>
</context>
<context>
    <name>sealift::LogPage</name>
    <message>
        <source>Search the log</source>
        <translation>Rechercher dans le journal</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Copy the whole log as text</source>
        <translation>Copier tout le journal sous forme de texte</translation>
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
        <translation>Outils</translation>
    </message>
    <message>
        <source>About Sealift</source>
        <translation>À propos de Sealift</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Moves disk images of virtual machines between hypervisors and libraries that only you can read.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Déplace des images disque de machines virtuelles entre des hyperviseurs et des bibliothèques que vous seul pouvez lire.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The list of tasks</source>
        <translation>La liste des tâches</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Some of what was copied cannot be imported</source>
        <translation>Une partie de ce qui a été copié ne peut pas être importée</translation>
    </message>
    <message>
        <source>There is no file to import in the clipboard</source>
        <translation>Le presse-papiers ne contient aucun fichier à importer</translation>
    </message>
    <message>
        <source>Copy disk images in the file manager first.</source>
        <translation>Copiez d'abord des images disque dans le gestionnaire de fichiers.</translation>
    </message>
</context>
<context>
    <name>sealift::MfaDialog</name>
    <message>
        <source>Code of the MFA Device</source>
        <translation>Code de l'appareil MFA</translation>
    </message>
    <message>
        <source>The profile wants the code that this device shows now:
%1</source>
        <translation>Le profil demande le code que cet appareil affiche maintenant :
%1</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>&amp;Code :</translation>
    </message>
</context>
<context>
    <name>sealift::NewLibraryWizard</name>
    <message>
        <source>New Library</source>
        <translation>Nouvelle bibliothèque</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>En&amp;registrer dans le trousseau de cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Generate a strong one</source>
        <translation>En &amp;générer un fort</translation>
    </message>
    <message>
        <source>Fills in five random groups of letters and digits, and shows them</source>
        <translation>Saisit cinq groupes aléatoires de lettres et de chiffres, et les affiche</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Mot de passe :</translation>
    </message>
    <message>
        <source>Once mo&amp;re:</source>
        <translation>Con&amp;firmer :</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Les deux sont identiques.</translation>
    </message>
    <message>
        <source>The same so far.</source>
        <translation>Identiques jusqu'ici.</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>Les deux diffèrent.</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordPage</name>
    <message>
        <source>Choose a password</source>
        <translation>Choisissez un mot de passe</translation>
    </message>
    <message>
        <source>Without it nobody reads the library: not whoever has the storage, and not you.</source>
        <translation>Sans lui, personne ne peut lire la bibliothèque : ni ceux qui détiennent le stockage, ni vous.</translation>
    </message>
    <message>
        <source>&amp;Create With Weak Password</source>
        <translation>&amp;Créer malgré le mot de passe faible</translation>
    </message>
    <message>
        <source>&amp;Create Library</source>
        <translation>&amp;Créer la bibliothèque</translation>
    </message>
    <message>
        <source>Making the library and its keys. This takes a few seconds.</source>
        <translation>Création de la bibliothèque et de ses clés. Cela prend quelques secondes.</translation>
    </message>
</context>
<context>
    <name>sealift::NewPlacePage</name>
    <message>
        <source>Where will the library be?</source>
        <translation>Où sera la bibliothèque ?</translation>
    </message>
    <message>
        <source>A library holds your images, encrypted. It is a folder, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>Une bibliothèque contient vos images, chiffrées. C'est un dossier, sur cet ordinateur, un disque ou un partage ; ou un emplacement dans un compartiment.</translation>
    </message>
</context>
<context>
    <name>sealift::Notifier</name>
    <message>
        <source>%1 is done</source>
        <translation>%1 : terminé</translation>
    </message>
    <message>
        <source>To %1. Nothing is left in scratch.</source>
        <translation>Vers %1. Il ne reste rien dans l'espace de travail.</translation>
    </message>
    <message>
        <source>%1 left traces</source>
        <translation>%1 a laissé des traces</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 : échec</translation>
    </message>
</context>
<context>
    <name>sealift::OpenLibraryDialog</name>
    <message>
        <source>Open Library</source>
        <translation>Ouvrir une bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>A library is a folder or a place in a bucket that Sealift or restic made (repository format 1 or 2).</source>
        <translation>Une bibliothèque est un dossier ou un emplacement dans un compartiment, créé par Sealift ou restic (format de dépôt 1 ou 2).</translation>
    </message>
</context>
<context>
    <name>sealift::OvaDetails</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n processeur</numerusform>
            <numerusform>%n processeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>processors as described, else %1</source>
        <translation>processeurs comme décrit, sinon %1</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 de mémoire</translation>
    </message>
    <message>
        <source>memory as described, else %1</source>
        <translation>mémoire comme décrit, sinon %1</translation>
    </message>
    <message>
        <source>firmware as described, else BIOS</source>
        <translation>micrologiciel comme décrit, sinon BIOS</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> Gio</translation>
    </message>
    <message>
        <source>&amp;Processors:</source>
        <translation>&amp;Processeurs :</translation>
    </message>
    <message>
        <source>Memor&amp;y:</source>
        <translation>M&amp;émoire :</translation>
    </message>
    <message>
        <source>Firm&amp;ware:</source>
        <translation>&amp;Micrologiciel :</translation>
    </message>
</context>
<context>
    <name>sealift::OverviewPage</name>
    <message>
        <source>From</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Taille du disque</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Traité</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Déjà connu</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stocké</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Traces of this task are left</source>
        <translation>Il reste des traces de cette tâche</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>sealift::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Masquer le mot de passe</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
</context>
<context>
    <name>sealift::PlaceForm</name>
    <message>
        <source>C&amp;hoose...</source>
        <translation>C&amp;hoisir...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier :</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>Folder for the Library</source>
        <translation>Dossier de la bibliothèque</translation>
    </message>
    <message>
        <source>Open Library</source>
        <translation>Ouvrir une bibliothèque</translation>
    </message>
    <message>
        <source>There is a library in this folder already. Open it instead.</source>
        <translation>Il y a déjà une bibliothèque dans ce dossier. Ouvrez-la plutôt.</translation>
    </message>
    <message>
        <source>This is a file. A library needs a folder of its own.</source>
        <translation>Ceci est un fichier. Une bibliothèque a besoin d'un dossier à elle.</translation>
    </message>
    <message>
        <source>This folder is not empty. Add the name of a new folder inside it, or choose an empty one.</source>
        <translation>Ce dossier n'est pas vide. Ajoutez le nom d'un nouveau dossier à l'intérieur, ou choisissez-en un vide.</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>Vous n'avez pas le droit d'y écrire. Choisissez un dossier qui vous appartient.</translation>
    </message>
    <message>
        <source>The library can be made here.</source>
        <translation>La bibliothèque peut être créée ici.</translation>
    </message>
    <message>
        <source>Only %1 is free there, which is little for disk images.</source>
        <translation>Seuls %1 y sont libres, ce qui est peu pour des images disque.</translation>
    </message>
    <message>
        <source>A new folder will be made. %1 is free there.</source>
        <translation>Un nouveau dossier sera créé. %1 y sont libres.</translation>
    </message>
    <message>
        <source>This folder is empty. %1 is free there.</source>
        <translation>Ce dossier est vide. %1 y sont libres.</translation>
    </message>
    <message>
        <source>There is no such folder. Is the drive or the share that it is on connected?</source>
        <translation>Ce dossier n'existe pas. Le lecteur ou le partage où il se trouve est-il connecté ?</translation>
    </message>
    <message>
        <source>This is no library: a library's folder holds a file named "config".</source>
        <translation>Ce n'est pas une bibliothèque : le dossier d'une bibliothèque contient un fichier nommé « config ».</translation>
    </message>
    <message>
        <source>This library can be read, but not written: exports work, imports do not.</source>
        <translation>Cette bibliothèque peut être lue, mais pas écrite : les exports fonctionnent, pas les imports.</translation>
    </message>
    <message>
        <source>There is a library in this folder.</source>
        <translation>Il y a une bibliothèque dans ce dossier.</translation>
    </message>
    <message>
        <source>Folder on this computer, a drive or a share</source>
        <translation>Dossier sur cet ordinateur, un disque ou un partage</translation>
    </message>
    <message>
        <source>Bucket of an S3 service</source>
        <translation>Compartiment d'un service S3</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Type :</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/FOLDER, or s3:REGION/BUCKET/FOLDER for Amazon S3</source>
        <translation>s3:https://HÔTE/COMPARTIMENT/DOSSIER, ou s3:RÉGION/COMPARTIMENT/DOSSIER pour Amazon S3</translation>
    </message>
    <message>
        <source>An address of a bucket begins with "s3:".</source>
        <translation>L'adresse d'un compartiment commence par « s3: ».</translation>
    </message>
    <message>
        <source>Asking the service...</source>
        <translation>Interrogation du service...</translation>
    </message>
    <message>
        <source>The bucket answers, and this place in it is empty.</source>
        <translation>Le compartiment répond, et cet emplacement y est vide.</translation>
    </message>
    <message>
        <source>There are other objects at this place. Add the name of a new folder to the address.</source>
        <translation>Il y a d'autres objets à cet emplacement. Ajoutez le nom d'un nouveau dossier à l'adresse.</translation>
    </message>
    <message>
        <source>The bucket answers, but there is no library at this place in it.</source>
        <translation>Le compartiment répond, mais il n'y a pas de bibliothèque à cet emplacement.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>&amp;Adresse :</translation>
    </message>
    <message>
        <source>There is a library at this place already. Open it instead.</source>
        <translation>Il y a déjà une bibliothèque à cet endroit. Ouvrez-la plutôt.</translation>
    </message>
    <message>
        <source>There is a library at this place in the bucket.</source>
        <translation>Il y a une bibliothèque à cet endroit du compartiment.</translation>
    </message>
</context>
<context>
    <name>sealift::PreflightPage</name>
    <message>
        <source>Before anything is transferred Sealift looks at the image and the destination: whether the image is what it says and safe to open, and whether there is room for it.</source>
        <translation>Avant tout transfert, Sealift examine l'image et la destination : si l'image est bien ce qu'elle prétend être et s'ouvre sans risque, et s'il y a assez de place pour elle.</translation>
    </message>
    <message>
        <source>Looking at the image and the destination...</source>
        <translation>Examen de l'image et de la destination...</translation>
    </message>
    <message>
        <source>Nothing was found that speaks against this transfer.</source>
        <translation>Rien ne s'oppose à ce transfert.</translation>
    </message>
</context>
<context>
    <name>sealift::QueuePage</name>
    <message>
        <source>No task fits the search.</source>
        <translation>Aucune tâche ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Show All Tasks</source>
        <translation>Afficher toutes les tâches</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>sealift::ReceiptPage</name>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Verify Again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>Read the receipt again and verify its signature</source>
        <translation>Relire le reçu et vérifier sa signature</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Keep the receipt: the signed file, or a page to read or print</source>
        <translation>Conserver le reçu : le fichier signé, ou une page à lire ou à imprimer</translation>
    </message>
    <message>
        <source>Signed File (&amp;JSON)...</source>
        <translation>Fichier signé (&amp;JSON)...</translation>
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
        <translation>Il n'y a pas encore de reçu</translation>
    </message>
    <message>
        <source>It is made and signed when the task's scratch is gone.</source>
        <translation>Il est émis et signé une fois le volume de travail de la tâche disparu.</translation>
    </message>
    <message>
        <source>The receipt is not valid</source>
        <translation>Le reçu n'est pas valide</translation>
    </message>
    <message>
        <source>Signed by this installation's key, and unchanged since.</source>
        <translation>Signé par la clé de cette installation, et inchangé depuis.</translation>
    </message>
    <message>
        <source>Unchanged since it was signed, by a key that is not this installation's.</source>
        <translation>Inchangé depuis sa signature, mais par une clé qui n'est pas celle de cette installation.</translation>
    </message>
    <message>
        <source>Valid, and the cleanup is confirmed</source>
        <translation>Valide, et le nettoyage est confirmé</translation>
    </message>
    <message>
        <source>Valid, but the cleanup is not confirmed</source>
        <translation>Valide, mais le nettoyage n'est pas confirmé</translation>
    </message>
    <message>
        <source>Signed receipt (*.json)</source>
        <translation>Reçu signé (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save Receipt</source>
        <translation>Enregistrer le reçu</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryPage</name>
    <message>
        <source>Keep the recovery passphrase</source>
        <translation>Conservez la clé de récupération</translation>
    </message>
    <message>
        <source>A second password, for the day when the first one is lost. It is shown this one time.</source>
        <translation>Un second mot de passe, pour le jour où le premier sera perdu. Il n'est affiché que cette fois-ci.</translation>
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this computer.</source>
        <translation>Imprimez-la ou notez-la, et conservez-la loin de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>sealift::RecoverySheets</name>
    <message>
        <source>Whoever has this passphrase and the library's files can read everything in it. Keep it away from this computer. It opens the library in place of the password, in Sealift and in restic.</source>
        <translation>Quiconque possède cette clé et les fichiers de la bibliothèque peut lire tout ce qu'elle contient. Conservez-la loin de cet ordinateur. Elle ouvre la bibliothèque à la place du mot de passe, dans Sealift et dans restic.</translation>
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
        <translation>Fiche de récupération Sealift

Bibliothèque : %1
Emplacement : %2
Créée : %3

Clé de récupération :

    %4

%5
</translation>
    </message>
    <message>
        <source>Sealift recovery sheet</source>
        <translation>Fiche de récupération Sealift</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>Recovery passphrase:</source>
        <translation>Clé de récupération :</translation>
    </message>
    <message>
        <source>Print Recovery Sheet</source>
        <translation>Imprimer la fiche de récupération</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryView</name>
    <message>
        <source>Recovery passphrase</source>
        <translation>Clé de récupération</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Imprimer...</translation>
    </message>
    <message>
        <source>Save as P&amp;DF...</source>
        <translation>Enregistrer en P&amp;DF...</translation>
    </message>
    <message>
        <source>Save as &amp;Text...</source>
        <translation>Enregistrer en te&amp;xte...</translation>
    </message>
    <message>
        <source>To make sure that you have it, type two of its groups from your copy:</source>
        <translation>Pour vous assurer que vous l'avez, saisissez deux de ses groupes d'après votre copie :</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Envoyée à l'imprimante.</translation>
    </message>
    <message>
        <source>Saved as %1. Move it to another place: whoever finds it beside the library can open it.</source>
        <translation>Enregistrée sous %1. Déplacez le fichier ailleurs : quiconque le trouve à côté de la bibliothèque peut l'ouvrir.</translation>
    </message>
    <message>
        <source>Group number %1:</source>
        <translation>Groupe numéro %1 :</translation>
    </message>
    <message>
        <source>Right. It is not shown again after this.</source>
        <translation>Correct. Elle ne sera plus affichée ensuite.</translation>
    </message>
    <message>
        <source>Group %1 does not match.</source>
        <translation>Le groupe %1 est différent.</translation>
    </message>
    <message>
        <source>Neither group matches.</source>
        <translation>Les deux groupes sont différents.</translation>
    </message>
    <message>
        <source>Save Recovery Sheet</source>
        <translation>Enregistrer la fiche de récupération</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
</context>
<context>
    <name>sealift::SamplePage</name>
    <message>
        <source>&amp;Import the sample image, to see how it goes</source>
        <translation>&amp;Importer l'image d'exemple, pour voir comment cela se passe</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>The library is open. Drop disk images onto the window to import them.</source>
        <translation>La bibliothèque est ouverte. Déposez des images disque sur la fenêtre pour les importer.</translation>
    </message>
</context>
<context>
    <name>sealift::ScheduleForm</name>
    <message>
        <source>Every day</source>
        <translation>Tous les jours</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Du lundi au vendredi</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Samedi et dimanche</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>aucune limite</translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <comment>days, hours, limit</comment>
        <translation>%1, de %2 à %3 : %4</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Hours with a limit of their own</source>
        <translation>Heures avec leur propre limite</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> Mio/s</translation>
    </message>
    <message>
        <source>Add &amp;Hours</source>
        <translation>&amp;Ajouter des heures</translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation>&amp;Jours :</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;De :</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>&amp;À :</translation>
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation>&amp;Limite :</translation>
    </message>
    <message>
        <source>At or before the beginning it is of the next day</source>
        <translation>Si ce n'est pas après le début, c'est le lendemain</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchForm</name>
    <message>
        <source> GiB a task</source>
        <translation> Gio par tâche</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>C&amp;hoisir...</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier :</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>Au &amp;maximum :</translation>
    </message>
    <message>
        <source>Folder for Scratch Volumes</source>
        <translation>Dossier des volumes de travail</translation>
    </message>
    <message>
        <source>Scratch volumes need a folder of their own.</source>
        <translation>Les volumes de travail ont besoin d'un dossier à eux.</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>Vous n'avez pas le droit d'y écrire. Choisissez un dossier qui vous appartient.</translation>
    </message>
    <message>
        <source>%1 is free there.</source>
        <translation>%1 y sont libres.</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchGauge</name>
    <message>
        <source>Scratch space in use</source>
        <translation>Espace de travail utilisé</translation>
    </message>
    <message>
        <source>%1 used, peak %2, of %3</source>
        <translation>%1 utilisés, %2 au maximum, sur %3</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 utilisés</translation>
    </message>
    <message>
        <source>quota %1</source>
        <translation>quota %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>%1 of the quota free</source>
        <translation>%1 du quota libres</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchPage</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>AES-256-XTS, its key in memory only</source>
        <translation>AES-256-XTS, clé en mémoire uniquement</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>In the end, however it ends, Sealift erases the key, deletes the volume, and looks again:</source>
        <translation>À la fin, quelle qu'elle soit, Sealift efface la clé, supprime le volume et revérifie :</translation>
    </message>
    <message>
        <source>Sealift looked again, and not all was gone:</source>
        <translation>Sealift a revérifié, et tout n'avait pas disparu :</translation>
    </message>
    <message>
        <source>Sealift erased the key, deleted the volume, and looked again:</source>
        <translation>Sealift a effacé la clé, supprimé le volume et revérifié :</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchSummary</name>
    <message>
        <source>Encrypted scratch volumes of tasks; each is destroyed when its task ends</source>
        <translation>Volumes de travail chiffrés des tâches ; chacun est détruit à la fin de sa tâche</translation>
    </message>
    <message>
        <source>Scratch: %1 in use</source>
        <translation>Volumes de travail : %1 utilisés</translation>
    </message>
    <message>
        <source>Scratch: none in use</source>
        <translation>Volumes de travail : aucun en service</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left traces</source>
        <translation>
            <numerusform>%n tâche a laissé des traces</numerusform>
            <numerusform>%n tâches ont laissé des traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), all encrypted</source>
        <translation>
            <numerusform>%n volume, chiffré</numerusform>
            <numerusform>%n volumes, tous chiffrés</numerusform>
        </translation>
    </message>
    <message>
        <source>all gone, confirmed</source>
        <translation>tous disparus, confirmé</translation>
    </message>
</context>
<context>
    <name>sealift::SealForm</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>A&amp;dd Certificates...</source>
        <translation>A&amp;jouter des certificats...</translation>
    </message>
    <message>
        <source>age1..., one a line</source>
        <translation>age1..., un par ligne</translation>
    </message>
    <message>
        <source>&amp;Recipients:</source>
        <translation>Destinatai&amp;res :</translation>
    </message>
    <message>
        <source>Certificates to Seal For</source>
        <translation>Certificats des destinataires</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer *.der);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add the certificate of each person who is to open the file.</source>
        <translation>Ajoutez le certificat de chaque personne qui doit ouvrir le fichier.</translation>
    </message>
    <message>
        <source>Enter the recipient of each person who is to open the file.</source>
        <translation>Saisissez le destinataire de chaque personne qui doit ouvrir le fichier.</translation>
    </message>
    <message>
        <source>Being looked at.</source>
        <translation>Vérification en cours.</translation>
    </message>
    <message>
        <source>Nobody can open the file without it, and Sealift does not keep it: write it down.</source>
        <translation>Personne ne peut ouvrir le fichier sans elle, et Sealift ne la conserve pas : notez-la.</translation>
    </message>
    <message>
        <source>Whoever has the file can try as many as they like.</source>
        <translation>Quiconque a le fichier peut en essayer autant qu'il veut.</translation>
    </message>
    <message>
        <source>Only the keys of these certificates open it: %1</source>
        <translation>Seules les clés de ces certificats l'ouvrent : %1</translation>
    </message>
    <message numerus="yes">
        <source>Only the keys of %n recipient(s) open it.</source>
        <translation>
            <numerusform>Seule la clé de %n destinataire l'ouvre.</numerusform>
            <numerusform>Seules les clés de %n destinataires l'ouvrent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::SearchBar</name>
    <message>
        <source>Search tasks</source>
        <translation>Rechercher des tâches</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Toutes les tâches</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actives</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Attention requise</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>Les tâches affichées</translation>
    </message>
    <message>
        <source>Show only tasks in some states</source>
        <translation>N'afficher que les tâches dans certains états</translation>
    </message>
    <message>
        <source>Words in a task's name or destination</source>
        <translation>Mots du nom ou de la destination d'une tâche</translation>
    </message>
</context>
<context>
    <name>sealift::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>sealift::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Import &amp;straight away where nothing is left to decide</source>
        <translation>Importer &amp;directement s'il ne reste rien à décider</translation>
    </message>
    <message>
        <source>Offer to &amp;remember passwords in the keyring of this computer</source>
        <translation>Proposer d'en&amp;registrer les mots de passe dans le trousseau de cet ordinateur</translation>
    </message>
    <message>
        <source>When a task has &amp;completed</source>
        <translation>Quand une tâche est &amp;terminée</translation>
    </message>
    <message>
        <source>When a task &amp;failed, or its cleanup could not be confirmed</source>
        <translation>Quand une tâche a é&amp;choué, ou que son nettoyage n'a pas pu être confirmé</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Scratch Volumes</source>
        <translation>Volumes de travail</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue :</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>T&amp;hème :</translation>
    </message>
    <message>
        <source>E&amp;xports are for:</source>
        <translation>E&amp;xports destinés à :</translation>
    </message>
    <message>
        <source>Passwords that are there now will be removed from the keyring.</source>
        <translation>Les mots de passe qui s'y trouvent seront supprimés du trousseau.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>aucune limite</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> Mio/s</translation>
    </message>
    <message>
        <source>Tasks at &amp;once:</source>
        <translation>Tâches &amp;simultanées :</translation>
    </message>
    <message>
        <source>&amp;Bandwidth of all together:</source>
        <translation>&amp;Bande passante totale :</translation>
    </message>
    <message>
        <source>Notify me:</source>
        <translation>M'avertir :</translation>
    </message>
    <message>
        <source>What must rest on the way of a task lies in an encrypted volume of its own. Its key is in memory only, and it is destroyed when the task ends. Used from the next start on.</source>
        <translation>Ce qu'une tâche doit stocker en chemin réside dans un volume chiffré qui lui est propre. Sa clé n'est qu'en mémoire, et le volume est détruit à la fin de la tâche. Pris en compte au prochain démarrage.</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Verrouillage</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bande passante</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Other limits at certain hours; of those that overlap the upper one counts. The limit that holds is in the status bar.</source>
        <translation>D'autres limites à certaines heures ; de celles qui se chevauchent, la première compte. La limite en vigueur est dans la barre d'état.</translation>
    </message>
</context>
<context>
    <name>sealift::ShortcutForm</name>
    <message>
        <source>&amp;No Keys</source>
        <translation>&amp;Aucune touche</translation>
    </message>
    <message>
        <source>&amp;As Usual</source>
        <translation>&amp;Par défaut</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>Touches de l'action choisie</translation>
    </message>
    <message>
        <source>&amp;Press the keys:</source>
        <translation>Appuyez sur les &amp;touches :</translation>
    </message>
    <message>
        <source>"%1" and "%2" have the same keys: %3.</source>
        <translation>« %1 » et « %2 » ont les mêmes touches : %3.</translation>
    </message>
</context>
<context>
    <name>sealift::StateTimeline</name>
    <message>
        <source>States of the scratch volume</source>
        <translation>États du volume de travail</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1 : pas encore</translation>
    </message>
</context>
<context>
    <name>sealift::StatusLine</name>
    <message>
        <source>encrypted end to end, TLS on top</source>
        <translation>chiffré de bout en bout, TLS en plus</translation>
    </message>
    <message>
        <source>encrypted end to end</source>
        <translation>chiffré de bout en bout</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n actives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n en pause</numerusform>
            <numerusform>%n en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n terminée</numerusform>
            <numerusform>%n terminées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Aucune tâche</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>rate of imports</comment>
        <translation>import %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <comment>rate of exports</comment>
        <translation>export %1</translation>
    </message>
    <message>
        <source>Scratch %1</source>
        <translation>Volume de travail : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) not encrypted</source>
        <translation>
            <numerusform>%n exportation non chiffrée</numerusform>
            <numerusform>%n exportations non chiffrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to EC2, which must read the image: TLS, KMS at rest</source>
        <translation>
            <numerusform>%n vers EC2, qui doit lire l'image : TLS, KMS au repos</numerusform>
            <numerusform>%n vers EC2, qui doit lire les images : TLS, KMS au repos</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest %1</source>
        <comment>encrypted end to end</comment>
        <translation>le reste %1</translation>
    </message>
    <message>
        <source>What goes into a library is encrypted before it leaves this computer's memory, and a sealed export, too. A plain export is not encrypted; what goes to EC2 is encrypted on the wire and at rest, but not before.</source>
        <translation>Ce qui va dans une bibliothèque est chiffré avant de quitter la mémoire de cet ordinateur, une exportation scellée aussi. Une exportation en clair n'est pas chiffrée ; ce qui va vers EC2 est chiffré pendant le transfert et au repos, mais pas avant.</translation>
    </message>
</context>
<context>
    <name>sealift::StrengthMeter</name>
    <message>
        <source>Weak: found within days</source>
        <translation>Faible : trouvé en quelques jours</translation>
    </message>
    <message>
        <source>Fair: holds against one person</source>
        <translation>Moyen : résiste à une personne</translation>
    </message>
    <message>
        <source>Good: holds against many machines</source>
        <translation>Bon : résiste à de nombreuses machines</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fort</translation>
    </message>
    <message>
        <source>Password strength</source>
        <translation>Robustesse du mot de passe</translation>
    </message>
</context>
<context>
    <name>sealift::SuspendInhibitor</name>
    <message>
        <source>Disk images are being transferred</source>
        <translation>Transfert d'images disque en cours</translation>
    </message>
</context>
<context>
    <name>sealift::TaskActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Halt the chosen tasks; they keep what they have done</source>
        <translation>Suspendre les tâches sélectionnées ; elles gardent ce qu'elles ont fait</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>R&amp;eprendre</translation>
    </message>
    <message>
        <source>Go on with the chosen tasks</source>
        <translation>Poursuivre les tâches sélectionnées</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>End the chosen tasks and clean up after them</source>
        <translation>Arrêter les tâches sélectionnées et nettoyer après elles</translation>
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Run the chosen tasks again; what has arrived counts</source>
        <translation>Relancer les tâches sélectionnées ; ce qui est arrivé est acquis</translation>
    </message>
    <message>
        <source>Move to &amp;Top</source>
        <translation>Placer en &amp;tête</translation>
    </message>
    <message>
        <source>Run the chosen tasks next</source>
        <translation>Exécuter ensuite les tâches sélectionnées</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Run the chosen tasks earlier</source>
        <translation>Exécuter plus tôt les tâches sélectionnées</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Run the chosen tasks later</source>
        <translation>Exécuter plus tard les tâches sélectionnées</translation>
    </message>
    <message>
        <source>Move to &amp;Bottom</source>
        <translation>Placer en &amp;fin</translation>
    </message>
    <message>
        <source>Run the chosen tasks last</source>
        <translation>Exécuter en dernier les tâches sélectionnées</translation>
    </message>
    <message>
        <source>&amp;Open Receipt</source>
        <translation>&amp;Ouvrir le reçu</translation>
    </message>
    <message>
        <source>Show the signed receipt of the cleanup</source>
        <translation>Afficher le reçu signé du nettoyage</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Afficher dans le doss&amp;ier</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>Ouvrir le dossier qui contient le fichier</translation>
    </message>
    <message>
        <source>Cop&amp;y Details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>Copy all that is known of the chosen tasks as text</source>
        <translation>Copier en texte tout ce que l'on sait des tâches sélectionnées</translation>
    </message>
    <message>
        <source>Re&amp;move from List</source>
        <translation>Retirer de la &amp;liste</translation>
    </message>
    <message>
        <source>Take ended tasks from the list; receipts and images stay</source>
        <translation>Retirer de la liste les tâches finies ; les reçus et les images restent</translation>
    </message>
    <message>
        <source>Pause &amp;All</source>
        <translation>Tout mettre en pa&amp;use</translation>
    </message>
    <message>
        <source>Halt every task</source>
        <translation>Suspendre toutes les tâches</translation>
    </message>
    <message>
        <source>Resume A&amp;ll</source>
        <translation>Tout repre&amp;ndre</translation>
    </message>
    <message>
        <source>Go on with every task</source>
        <translation>Poursuivre toutes les tâches</translation>
    </message>
</context>
<context>
    <name>sealift::TaskView</name>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Imports and exports that run, wait or have ended</source>
        <translation>Imports et exports en cours, en attente ou terminés</translation>
    </message>
    <message>
        <source>Sort in the Order of the Queue</source>
        <translation>Trier dans l'ordre de la file d'attente</translation>
    </message>
</context>
<context>
    <name>sealift::TextNote</name>
    <message>
        <source>a secret</source>
        <translation>un secret</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>des données personnelles</translation>
    </message>
    <message>
        <source>an address of a network</source>
        <translation>une adresse de réseau</translation>
    </message>
    <message>
        <source>It would be kept in the journal, the audit log and receipts, where others may read it.</source>
        <translation>Il serait conservé dans le journal, le journal d'audit et les reçus, où d'autres peuvent le lire.</translation>
    </message>
    <message>
        <source>It would be kept and passed on with the journal, the audit log and receipts.</source>
        <translation>Elles seraient conservées et transmises avec le journal, le journal d'audit et les reçus.</translation>
    </message>
    <message>
        <source>In logs it would tell others how the network is laid out.</source>
        <translation>Dans les journaux, elle révélerait à d'autres la structure du réseau.</translation>
    </message>
    <message>
        <source>Take What Is Offered</source>
        <translation>Prendre la proposition</translation>
    </message>
    <message>
        <source>Keep it: I have looked at it, and it is no secret</source>
        <translation>Le garder : j'ai vérifié, ce n'est pas un secret</translation>
    </message>
    <message>
        <source>This seems to hold %1 (%2).</source>
        <comment>a secret, in detail</comment>
        <translation>Ceci semble contenir %1 (%2).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Better: %1</source>
        <translation>Mieux : %1</translation>
    </message>
    <message>
        <source>Texts of this form are never kept.</source>
        <translation>Les textes de cette forme ne sont jamais conservés.</translation>
    </message>
</context>
<context>
    <name>sealift::ThroughputChart</name>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Rien n'a encore été mesuré.</translation>
    </message>
    <message>
        <source>Peak %1, latest %2.</source>
        <translation>%1 au maximum, %2 en dernier.</translation>
    </message>
    <message>
        <source>Shown while the image is transferred</source>
        <translation>Affiché pendant le transfert de l'image</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>jusqu'à %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>début</translation>
    </message>
</context>
<context>
    <name>sealift::Tray</name>
    <message>
        <source>&amp;Show Sealift</source>
        <translation>&amp;Afficher Sealift</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Sealift: nothing is under way</source>
        <translation>Sealift : rien en cours</translation>
    </message>
    <message>
        <source>Sealift: %1 %, %2</source>
        <comment>per cent and rate</comment>
        <translation>Sealift : %1 %, %2</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockDialog</name>
    <message>
        <source>Unlock %1</source>
        <translation>Déverrouiller %1</translation>
    </message>
    <message>
        <source>The library "%1" is in %2.

Its key stays in this computer's memory until you lock it or quit.</source>
        <translation>La bibliothèque « %1 » se trouve dans %2.

Sa clé reste dans la mémoire de cet ordinateur jusqu'à ce que vous la verrouilliez ou quittiez Sealift.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>En&amp;registrer dans le trousseau de cet ordinateur</translation>
    </message>
    <message>
        <source>Password or recovery passphrase</source>
        <translation>Mot de passe ou clé de récupération</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Déverrouillage</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Mot de passe :</translation>
    </message>
    <message>
        <source>Deriving the key. This takes about a second, on purpose.</source>
        <translation>Dérivation de la clé. Cela prend environ une seconde, à dessein.</translation>
    </message>
    <message>
        <source>This looks like a recovery passphrase with a typing mistake. Compare it with the printed one, group by group.</source>
        <translation>Ceci ressemble à une clé de récupération avec une faute de frappe. Comparez-la à la clé imprimée, groupe par groupe.</translation>
    </message>
    <message>
        <source>This password does not open the library. Nothing was changed.</source>
        <translation>Ce mot de passe n'ouvre pas la bibliothèque. Rien n'a été modifié.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomePage</name>
    <message>
        <source>&amp;Make a new library</source>
        <translation>&amp;Créer une nouvelle bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Open a library that exists already, made by Sealift or restic</source>
        <translation>&amp;Ouvrir une bibliothèque existante, créée par Sealift ou restic</translation>
    </message>
    <message>
        <source>Welcome to Sealift</source>
        <translation>Bienvenue dans Sealift</translation>
    </message>
    <message>
        <source>Disk images of virtual machines: in, encrypted; out, for any hypervisor.</source>
        <translation>Images disque de machines virtuelles : en entrée, chiffrées ; en sortie, pour tout hyperviseur.</translation>
    </message>
    <message>
        <source>Images live in a library, where everything is encrypted before it leaves this computer's memory. Only its passwords open it.</source>
        <translation>Les images résident dans une bibliothèque, où tout est chiffré avant de quitter la mémoire de cet ordinateur. Seuls ses mots de passe l'ouvrent.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeScratchPage</name>
    <message>
        <source>Room to work</source>
        <translation>De la place pour travailler</translation>
    </message>
    <message>
        <source>What must rest on the way lies in an encrypted volume that is destroyed when its task ends.</source>
        <translation>Ce qui doit être stocké en chemin réside dans un volume chiffré, détruit à la fin de sa tâche.</translation>
    </message>
    <message>
        <source>A disk of this computer serves best. The usual place is fine for most people.</source>
        <translation>Un disque de cet ordinateur convient le mieux. L'emplacement habituel suffit à la plupart des gens.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeWizard</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Suivant &gt;</translation>
    </message>
</context>
<context>
    <name>sealift::WindowActions</name>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importer...</translation>
    </message>
    <message>
        <source>Bring disk images into a library</source>
        <translation>Placer des images disque dans une bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
    <message>
        <source>Import the files that were copied in the file manager</source>
        <translation>Importer les fichiers copiés dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>E&amp;xporter...</translation>
    </message>
    <message>
        <source>Write an image of a library to a file</source>
        <translation>Écrire une image d'une bibliothèque dans un fichier</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>&amp;Nouvelle bibliothèque...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>Créer un emplacement où les images sont conservées chiffrées</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>&amp;Ouvrir une bibliothèque...</translation>
    </message>
    <message>
        <source>Use a library that is there already</source>
        <translation>Utiliser une bibliothèque existante</translation>
    </message>
    <message>
        <source>&amp;Unlock Library...</source>
        <translation>Dé&amp;verrouiller la bibliothèque...</translation>
    </message>
    <message>
        <source>Enter the password of the chosen library</source>
        <translation>Saisir le mot de passe de la bibliothèque sélectionnée</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Paramètres...</translation>
    </message>
    <message>
        <source>Change how Sealift works</source>
        <translation>Modifier le fonctionnement de Sealift</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>End Sealift</source>
        <translation>Quitter Sealift</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Tâches</translation>
    </message>
    <message>
        <source>Show what runs, waits and has ended</source>
        <translation>Afficher ce qui est en cours, en attente et terminé</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Images</translation>
    </message>
    <message>
        <source>Show the images of a library</source>
        <translation>Afficher les images d'une bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Show the chosen task in detail</source>
        <translation>Afficher le détail de la tâche sélectionnée</translation>
    </message>
    <message>
        <source>D&amp;estinations</source>
        <translation>D&amp;estinations</translation>
    </message>
    <message>
        <source>Show libraries and scratch at the side</source>
        <translation>Afficher les bibliothèques et les volumes de travail sur le côté</translation>
    </message>
    <message>
        <source>&amp;Find Tasks</source>
        <translation>&amp;Rechercher des tâches</translation>
    </message>
    <message>
        <source>Search tasks by name and destination</source>
        <translation>Rechercher des tâches par nom et destination</translation>
    </message>
    <message>
        <source>&amp;First Steps...</source>
        <translation>&amp;Premiers pas...</translation>
    </message>
    <message>
        <source>Set up a library and import a sample image</source>
        <translation>Mettre en place une bibliothèque et importer une image d'exemple</translation>
    </message>
    <message>
        <source>&amp;About Sealift</source>
        <translation>À pr&amp;opos de Sealift</translation>
    </message>
    <message>
        <source>Which version this is</source>
        <translation>Quelle est cette version</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Tâche</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Sommaire</translation>
    </message>
    <message>
        <source>Read how Sealift works</source>
        <translation>Lire comment Sealift fonctionne</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>En&amp;voyer des images vers Amazon EC2...</translation>
    </message>
    <message>
        <source>Make images or snapshots at Amazon EC2 out of disk images</source>
        <translation>Créer des images ou des instantanés sur Amazon EC2 à partir d'images disque</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>&amp;Importer depuis Amazon EC2...</translation>
    </message>
    <message>
        <source>Bring an image or a snapshot of Amazon EC2 into a library</source>
        <translation>Placer une image ou un instantané d'Amazon EC2 dans une bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>&amp;Exporter depuis Amazon EC2...</translation>
    </message>
    <message>
        <source>Write a disk of Amazon EC2 to a file, without a library</source>
        <translation>Écrire un disque d'Amazon EC2 dans un fichier, sans bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Amazon EC2</source>
        <translation>&amp;Amazon EC2</translation>
    </message>
</context>
</TS>
